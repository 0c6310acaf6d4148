/** Many threads of which one works at a time, in an order drawn from a seed. */
@NullMarked
package in.suchna.simulate.turn;

import org.jspecify.annotations.NullMarked;
