/** The page behind the link in an officer's SMS: GET shows, POST acknowledges. */
@NullMarked
package in.suchna.acknowledge;

import org.jspecify.annotations.NullMarked;
