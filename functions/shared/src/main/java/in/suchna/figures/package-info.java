/** What is counted of tips and ladders, day by day, without anything that names a tip or a person. */
@NullMarked
package in.suchna.figures;

import org.jspecify.annotations.NullMarked;
