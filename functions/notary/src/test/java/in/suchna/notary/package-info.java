/** Tests of the notary. */
@NullMarked
package in.suchna.notary;

import org.jspecify.annotations.NullMarked;
