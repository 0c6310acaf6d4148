/** Watches whatever any test makes Suchna write, and fails the test that lets a sender be known. */
@NullMarked
package in.suchna.lookout;

import org.jspecify.annotations.NullMarked;
