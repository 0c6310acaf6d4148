/** What a file is by its own bytes, and the clean copy of it that may be looked at. */
@NullMarked
package in.suchna.evidence.file;

import org.jspecify.annotations.NullMarked;
