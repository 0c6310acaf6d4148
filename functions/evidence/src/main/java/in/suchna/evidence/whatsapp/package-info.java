/** WhatsApp's side: where the files lie that people sent, and what can go wrong on the way from there. */
@NullMarked
package in.suchna.evidence.whatsapp;

import org.jspecify.annotations.NullMarked;
