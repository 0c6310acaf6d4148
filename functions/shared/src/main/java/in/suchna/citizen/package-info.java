/** Who sent it, known only by a keyed hash, and what the conversation with them remembers. */
@NullMarked
package in.suchna.citizen;

import org.jspecify.annotations.NullMarked;
