/** Markup that can only be made of elements and escaped words. */
@NullMarked
package in.suchna.desk.html;

import org.jspecify.annotations.NullMarked;
