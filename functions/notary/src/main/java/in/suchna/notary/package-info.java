/** Seals each entry of a timeline to the one before, checks the chains, and certifies a tip for a court. */
@NullMarked
package in.suchna.notary;

import org.jspecify.annotations.NullMarked;
