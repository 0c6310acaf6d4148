/** What a day brings, as a list of steps that is drawn from a seed and can be thinned out. */
@NullMarked
package in.suchna.simulate.plan;

import org.jspecify.annotations.NullMarked;
