/** What must be said on WhatsApp, written in the same transaction as what caused it. */
@NullMarked
package in.suchna.outbox;

import org.jspecify.annotations.NullMarked;
