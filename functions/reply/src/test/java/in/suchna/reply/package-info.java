/** The reply function on a real DynamoDB Local and a small WhatsApp of our own. */
@NullMarked
package in.suchna.reply;

import org.jspecify.annotations.NullMarked;
