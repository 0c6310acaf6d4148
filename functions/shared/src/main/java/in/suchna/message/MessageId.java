package in.suchna.message;

/**
 * The key of one kept thing: the HMAC of WhatsApp's id with what tells two uses of one id apart (type and time).
 *
 * @param text 43 characters, base64url
 */
public record MessageId(String text) {
    public MessageId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A message id is not blank");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
