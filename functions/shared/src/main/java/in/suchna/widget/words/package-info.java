/** What widgets say, in the languages of those who work with them. */
@NullMarked
package in.suchna.widget.words;

import org.jspecify.annotations.NullMarked;
