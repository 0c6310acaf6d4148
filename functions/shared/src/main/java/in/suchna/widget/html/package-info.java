/** Markup that can only be made of elements and escaped words. */
@NullMarked
package in.suchna.widget.html;

import org.jspecify.annotations.NullMarked;
