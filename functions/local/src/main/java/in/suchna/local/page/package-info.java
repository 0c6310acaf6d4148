/** The local page: a citizen's phone, the officers' SMS and what stands in the tables. */
@NullMarked
package in.suchna.local.page;

import org.jspecify.annotations.NullMarked;
