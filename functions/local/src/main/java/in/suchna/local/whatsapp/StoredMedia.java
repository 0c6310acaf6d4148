package in.suchna.local.whatsapp;

import java.util.Optional;

/**
 * A file at Meta's.
 *
 * @param id by which the API knows it, digits
 * @param mimeType its type, which may carry parameters: {@code audio/ogg; codecs=opus}
 * @param sha256 the hash of its bytes, base64, as webhooks tell it
 * @param size in bytes
 * @param filename the name it had, if it had one
 */
public record StoredMedia(String id, String mimeType, String sha256, int size, Optional<String> filename) {}
