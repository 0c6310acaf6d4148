/** What a role may do, checked on every call of a client; calls are counted and can be made to fail. */
@NullMarked
package in.suchna.localaws.policy;

import org.jspecify.annotations.NullMarked;
