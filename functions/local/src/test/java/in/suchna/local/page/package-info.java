/** Tests of the page. */
@NullMarked
package in.suchna.local.page;

import org.jspecify.annotations.NullMarked;
