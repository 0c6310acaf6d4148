/** The desk's words in the languages of those who work at it. */
@NullMarked
package in.suchna.desk.words;

import org.jspecify.annotations.NullMarked;
