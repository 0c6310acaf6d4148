/** Identity made unreadable: keyed hashes that find the same person again, and envelopes only two roles can open. */
@NullMarked
package in.suchna.seal;

import org.jspecify.annotations.NullMarked;
