/** What officers say on WhatsApp, and what they are told: never mistaken for what citizens tell. */
@NullMarked
package in.suchna.intake.officer;

import org.jspecify.annotations.NullMarked;
