/** Batches of a table's stream, answered record by record. */
@NullMarked
package in.suchna.stream;

import org.jspecify.annotations.NullMarked;
