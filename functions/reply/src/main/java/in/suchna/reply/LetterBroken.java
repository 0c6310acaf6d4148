package in.suchna.reply;

/** An outbox row from which no message can be written: its payload is none, or its address reaches nobody. */
final class LetterBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal why;

    LetterBroken(Refusal why) {
        super("No message can be written from an outbox row: " + why.meaning());
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
