/** The intake: a kept message becomes a tip, its timeline and the answers, in one transaction. */
@NullMarked
package in.suchna.intake;

import org.jspecify.annotations.NullMarked;
