/** KMS as far as it holds the seal's key. */
@NullMarked
package in.suchna.localaws.key;

import org.jspecify.annotations.NullMarked;
