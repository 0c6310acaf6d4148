/** Tests of what wakes officers. */
@NullMarked
package in.suchna.alert;

import org.jspecify.annotations.NullMarked;
