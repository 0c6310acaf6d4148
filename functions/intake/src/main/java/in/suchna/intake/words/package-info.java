/** The sentences, one resource file a language, and the finding of a language in a text. */
@NullMarked
package in.suchna.intake.words;

import org.jspecify.annotations.NullMarked;
