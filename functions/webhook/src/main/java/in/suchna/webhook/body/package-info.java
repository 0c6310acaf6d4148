/** What a webhook body holds, thing by thing. */
@NullMarked
package in.suchna.webhook.body;

import org.jspecify.annotations.NullMarked;
