/** The tables. One class a table, each the only place that knows its attributes. */
@NullMarked
package in.suchna.store;

import org.jspecify.annotations.NullMarked;
