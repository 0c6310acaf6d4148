/** The desk: widgets of the CloudWatch dashboard in which admins work. */
@NullMarked
package in.suchna.desk;

import org.jspecify.annotations.NullMarked;
