/** AWS on one machine, as template.yaml describes it: for tests and for the local stack. */
@NullMarked
package in.suchna.localaws;

import org.jspecify.annotations.NullMarked;
