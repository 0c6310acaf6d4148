/** What admins do with a tip; each deed is one transaction on the version they saw, and a line on the timeline. */
@NullMarked
package in.suchna.desk.act;

import org.jspecify.annotations.NullMarked;
