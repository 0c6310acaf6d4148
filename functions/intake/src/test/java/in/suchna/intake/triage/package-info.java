/** Measures the judge against labelled tips, and trains its model. */
@NullMarked
package in.suchna.intake.triage;

import org.jspecify.annotations.NullMarked;
