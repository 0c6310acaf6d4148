/** Who sent a message, by which ids and names. */
@NullMarked
package in.suchna.webhook.sender;

import org.jspecify.annotations.NullMarked;
