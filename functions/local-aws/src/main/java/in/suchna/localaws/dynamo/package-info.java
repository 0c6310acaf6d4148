/** DynamoDB Local, embedded, with the tables of the template. */
@NullMarked
package in.suchna.localaws.dynamo;

import org.jspecify.annotations.NullMarked;
