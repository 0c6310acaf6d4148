package in.suchna.evidence.whatsapp;

/** A file could not be had this time. */
public final class Missed extends Exception {
    private static final long serialVersionUID = 1L;

    private final Mishap mishap;

    public Missed(Mishap mishap) {
        super(mishap.meaning());
        this.mishap = mishap;
    }

    /** Why. */
    public Mishap mishap() {
        return mishap;
    }
}
