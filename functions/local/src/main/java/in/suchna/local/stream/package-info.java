/** Stream mappings: records of a table's stream become batches for a function, retried until they succeed or are given up. */
@NullMarked
package in.suchna.local.stream;

import org.jspecify.annotations.NullMarked;
