/** The conversation as a pure function: what is remembered, a message and the time give what is done and said. No AWS type enters it. */
@NullMarked
package in.suchna.intake.conversation;

import org.jspecify.annotations.NullMarked;
