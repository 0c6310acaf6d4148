/** What Suchna relies on AWS for, held against LocalAws and, where there is Docker, against LocalStack. */
@NullMarked
package in.suchna.localaws.contract;

import org.jspecify.annotations.NullMarked;
