/** What a person may look at: the SMS inbox and the tables. */
@NullMarked
package in.suchna.local.view;

import org.jspecify.annotations.NullMarked;
