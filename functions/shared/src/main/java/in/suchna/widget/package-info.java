/** Custom widgets of a CloudWatch dashboard: what the console asks, and what it is shown. */
@NullMarked
package in.suchna.widget;

import org.jspecify.annotations.NullMarked;
