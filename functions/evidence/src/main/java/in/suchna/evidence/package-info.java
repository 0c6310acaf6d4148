/** Keeps the files citizens send: fetched from WhatsApp, checked, and put where nobody can change them. */
@NullMarked
package in.suchna.evidence;

import org.jspecify.annotations.NullMarked;
