/** SNS as far as it sends SMS: an inbox that keeps what was sent. */
@NullMarked
package in.suchna.localaws.sms;

import org.jspecify.annotations.NullMarked;
