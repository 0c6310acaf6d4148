/** What a citizen tells: the tip, its reference, its judgement and its append-only timeline. */
@NullMarked
package in.suchna.tip;

import org.jspecify.annotations.NullMarked;
