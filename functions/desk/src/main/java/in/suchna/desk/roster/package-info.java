/** Who is on call. */
@NullMarked
package in.suchna.desk.roster;

import org.jspecify.annotations.NullMarked;
