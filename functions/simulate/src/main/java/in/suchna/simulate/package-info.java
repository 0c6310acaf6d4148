/** Lives through whole days of Suchna, from a seed: the real handlers under one clock and one scheduler, with faults at every step. */
@NullMarked
package in.suchna.simulate;

import org.jspecify.annotations.NullMarked;
