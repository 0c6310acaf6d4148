package in.suchna.tip;

import java.util.Optional;

/**
 * A file a citizen sent, as it is kept: a proof. Neither its names nor its hash say who sent it.
 *
 * @param object the key of the bytes as they came, in the evidence bucket; never changed, and read only for a case
 * @param viewing the key of the clean copy to look at, without what a camera writes about itself and its owner; empty
 *     where none can be made, such as of a document
 * @param sha256 the hash of the bytes as they came, 64 small hexadecimal digits
 * @param mime what the bytes are, by their own first bytes and not by what the sender's phone said
 * @param bytes how many
 * @param position where a photo was taken, as its camera wrote: {@code latitude,longitude} in degrees
 */
public record Exhibit(
        String object, Optional<String> viewing, String sha256, String mime, long bytes, Optional<String> position) {}
