/** What a function is given from outside: settings, secrets and its name in the account. */
@NullMarked
package in.suchna.surroundings;

import org.jspecify.annotations.NullMarked;
