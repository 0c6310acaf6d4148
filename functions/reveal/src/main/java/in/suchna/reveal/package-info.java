/** Opens one sealed address when two people agreed: one asks, another approves, the one who asked sees it once. */
@NullMarked
package in.suchna.reveal;

import org.jspecify.annotations.NullMarked;
