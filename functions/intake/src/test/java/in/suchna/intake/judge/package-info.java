/** Tables of what the judge must hear and make of it. */
@NullMarked
package in.suchna.intake.judge;

import org.jspecify.annotations.NullMarked;
