/** The dashboard of template.yaml as CloudWatch's console shows it: its widgets, and what happens when they are clicked. */
@NullMarked
package in.suchna.local.desk;

import org.jspecify.annotations.NullMarked;
