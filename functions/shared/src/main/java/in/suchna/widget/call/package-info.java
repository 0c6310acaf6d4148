/** What the console asks of a widget, and the calls a widget lets it make. */
@NullMarked
package in.suchna.widget.call;

import org.jspecify.annotations.NullMarked;
