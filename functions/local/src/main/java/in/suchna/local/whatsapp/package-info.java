/** WhatsApp's side on one machine: citizens' phones, Meta's webhooks and Meta's Graph API. */
@NullMarked
package in.suchna.local.whatsapp;

import org.jspecify.annotations.NullMarked;
