/** Functions of the template, built and called as Lambda does. */
@NullMarked
package in.suchna.local.function;

import org.jspecify.annotations.NullMarked;
