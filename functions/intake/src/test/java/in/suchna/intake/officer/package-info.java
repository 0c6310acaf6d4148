@NullMarked
package in.suchna.intake.officer;

import org.jspecify.annotations.NullMarked;
