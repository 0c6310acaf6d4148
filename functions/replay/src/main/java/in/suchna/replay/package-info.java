/** What failed for good is told again to the function that failed, as its stream told it. */
@NullMarked
package in.suchna.replay;

import org.jspecify.annotations.NullMarked;
