package in.suchna.citizen;

/**
 * A citizen as the police may know them: HMAC-SHA256 of the stable sender id under the secret pepper, base64url.
 *
 * @param text 43 characters
 */
public record CitizenId(String text) {

    /** Who sends the hourly probe: nobody. No hash is so short. */
    public static final CitizenId PROBE = new CitizenId("probe");

    public CitizenId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A citizen id is not blank");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
