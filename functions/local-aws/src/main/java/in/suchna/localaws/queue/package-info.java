/** SQS in memory. */
@NullMarked
package in.suchna.localaws.queue;

import org.jspecify.annotations.NullMarked;
