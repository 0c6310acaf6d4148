@NullMarked
package in.suchna.lookout;

import org.jspecify.annotations.NullMarked;
