/** One thing a person sent on WhatsApp, as the webhook keeps it. */
@NullMarked
package in.suchna.message;

import org.jspecify.annotations.NullMarked;
