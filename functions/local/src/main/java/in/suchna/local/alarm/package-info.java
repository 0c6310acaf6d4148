/** The template's alarms on this machine: metrics as CloudWatch gets them, and which alarms they make ring. */
@NullMarked
package in.suchna.local.alarm;

import org.jspecify.annotations.NullMarked;
