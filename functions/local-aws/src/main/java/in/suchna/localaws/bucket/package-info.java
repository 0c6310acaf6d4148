/** S3 in memory. */
@NullMarked
package in.suchna.localaws.bucket;

import org.jspecify.annotations.NullMarked;
