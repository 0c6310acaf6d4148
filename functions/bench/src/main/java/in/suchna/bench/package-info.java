/** Measurements, always as ratios within one run or against a bar, because machines are shared and noisy. */
@NullMarked
package in.suchna.bench;

import org.jspecify.annotations.NullMarked;
