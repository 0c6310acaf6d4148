package in.suchna.desk.act;

/** A deed that can't be done as it was asked for. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    Refused(String why, String... values) {
        super(why);
        this.outcome = Outcome.refused(why, values);
    }

    Outcome outcome() {
        return outcome;
    }
}
