/** The copy of a message that may be read: nothing in it says who sent it. */
@NullMarked
package in.suchna.webhook.mask;

import org.jspecify.annotations.NullMarked;
