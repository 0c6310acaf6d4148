/** Tests of the evidence function. */
@NullMarked
package in.suchna.evidence;

import org.jspecify.annotations.NullMarked;
