/** Officers, their shifts, the ladder, and the alerts that climb it. */
@NullMarked
package in.suchna.duty;

import org.jspecify.annotations.NullMarked;
