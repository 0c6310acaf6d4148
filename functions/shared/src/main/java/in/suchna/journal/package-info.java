/** What a function says of itself: log lines and metrics that cannot name a person. */
@NullMarked
package in.suchna.journal;

import org.jspecify.annotations.NullMarked;
