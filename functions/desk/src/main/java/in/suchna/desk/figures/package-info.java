/** Figures people look at: tips by day, category and thana, and how long the police took. */
@NullMarked
package in.suchna.desk.figures;

import org.jspecify.annotations.NullMarked;
