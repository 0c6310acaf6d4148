/** Schedules: functions called by the clock. */
@NullMarked
package in.suchna.local.schedule;

import org.jspecify.annotations.NullMarked;
