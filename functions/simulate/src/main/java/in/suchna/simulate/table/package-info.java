/** DynamoDB in memory, as far as the functions use it: quick enough to live through many thousand days. */
@NullMarked
package in.suchna.simulate.table;

import org.jspecify.annotations.NullMarked;
