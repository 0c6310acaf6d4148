/** The HTTP API: requests become events of payload 2.0, answers become responses. */
@NullMarked
package in.suchna.local.http;

import org.jspecify.annotations.NullMarked;
