/** How things heard become rows, and how rows are written. */
@NullMarked
package in.suchna.webhook.keep;

import org.jspecify.annotations.NullMarked;
