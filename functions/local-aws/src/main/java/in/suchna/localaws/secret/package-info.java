/** SSM Parameter Store in memory. */
@NullMarked
package in.suchna.localaws.secret;

import org.jspecify.annotations.NullMarked;
