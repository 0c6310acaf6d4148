package in.suchna.intake.words;

/** A sentence or a resource file with sentences is missing. */
public final class SentenceMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SentenceMissing(String message) {
        super(message);
    }
}
