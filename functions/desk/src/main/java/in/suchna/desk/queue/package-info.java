/** The queue: every tip that is not closed. */
@NullMarked
package in.suchna.desk.queue;

import org.jspecify.annotations.NullMarked;
