package in.suchna.simulate;

/** The end of a function in the middle of its work. Nothing catches it, as nothing catches the end of a machine. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("The machine is gone", null, false, false);
    }
}
