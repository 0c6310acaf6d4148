package in.suchna.local;

/** Another program listens on the port. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTaken(int port) {
        super("Port " + port + " is taken by another program; choose one with -Dport=" + (port + 1));
    }
}
