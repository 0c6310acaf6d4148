package in.suchna.local;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the libraries' own logging to what a person must know; what functions have to say goes through the journal. */
final class Hush {
    // held, for java.util.logging forgets the level of a logger nobody holds
    private static final List<Logger> LIBRARIES = List.of(
            Logger.getLogger("io.javalin"),
            Logger.getLogger("org.eclipse.jetty"),
            Logger.getLogger("com.amazonaws"),
            Logger.getLogger("software.amazon.awssdk"));

    private Hush() {}

    static void libraries() {
        LIBRARIES.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
