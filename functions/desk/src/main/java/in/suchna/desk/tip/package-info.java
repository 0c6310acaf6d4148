/** One tip, and all that was told and done about it. */
@NullMarked
package in.suchna.desk.tip;

import org.jspecify.annotations.NullMarked;
