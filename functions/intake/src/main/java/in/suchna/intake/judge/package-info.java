/** The judge: from the words of a tip to its category, priority, thana, vehicle and the reasons. Pure Java, no AWS. */
@NullMarked
package in.suchna.intake.judge;

import org.jspecify.annotations.NullMarked;
