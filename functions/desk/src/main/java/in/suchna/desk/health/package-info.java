/** How Suchna itself is: ladders under way, answers that wait, failed work. */
@NullMarked
package in.suchna.desk.health;

import org.jspecify.annotations.NullMarked;
