package in.suchna.evidence.file;

/** A file that is not built as its first bytes promise: damaged, or made to fool. */
final class FileDamaged extends Exception {
    private static final long serialVersionUID = 1L;

    FileDamaged(String what) {
        super(what);
    }
}
