/** template.yaml read as CloudFormation would: parameters, intrinsics, and what they make of tables, functions and roles. */
@NullMarked
package in.suchna.localaws.template;

import org.jspecify.annotations.NullMarked;
