/** Wakes the officers on call by SMS when a tip is urgent, and climbs the ladder until people acknowledge. */
@NullMarked
package in.suchna.alert;

import org.jspecify.annotations.NullMarked;
