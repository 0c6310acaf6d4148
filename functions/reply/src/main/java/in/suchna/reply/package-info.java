/** Says on WhatsApp what the outbox holds, and follows what became of it. */
@NullMarked
package in.suchna.reply;

import org.jspecify.annotations.NullMarked;
