/** A request to learn who sent a tip, as two people decide it. */
@NullMarked
package in.suchna.disclosure;

import org.jspecify.annotations.NullMarked;
