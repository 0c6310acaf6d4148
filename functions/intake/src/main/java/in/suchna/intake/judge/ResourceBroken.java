package in.suchna.intake.judge;

/** A file of the judge's can't be understood; the message names file, line and what was wanted. */
public final class ResourceBroken extends IllegalStateException {
    private static final long serialVersionUID = 1;

    ResourceBroken(String file, int line, String wanted) {
        super("%s, line %d: %s".formatted(file, line, wanted));
    }
}
