/** The whole of Suchna on one machine: runs template.yaml itself. */
@NullMarked
package in.suchna.local;

import org.jspecify.annotations.NullMarked;
