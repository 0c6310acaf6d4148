/** The door: what WhatsApp tells is checked, sealed and kept before it is answered. */
@NullMarked
package in.suchna.webhook;

import org.jspecify.annotations.NullMarked;
