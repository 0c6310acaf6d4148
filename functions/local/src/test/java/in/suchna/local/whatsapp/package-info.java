/** Tests of WhatsApp's side. */
@NullMarked
package in.suchna.local.whatsapp;

import org.jspecify.annotations.NullMarked;
