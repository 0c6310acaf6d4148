package in.suchna.evidence.whatsapp;

/**
 * What was fetched into a file.
 *
 * @param sha256 the hash of its bytes, 64 small hexadecimal digits
 * @param bytes how many
 */
public record Poured(String sha256, long bytes) {}
