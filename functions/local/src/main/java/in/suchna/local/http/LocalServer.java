package in.suchna.local.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.function.Consumer;

/** A web server on this machine that serves one request a connection. */
public final class LocalServer {
    private LocalServer() {}

    /**
     * Makes one, not yet started.
     *
     * @param rooms adds its routes
     */
    public static Javalin of(Consumer<JavalinConfig> rooms) {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            // a POST on a kept connection is lost when the server closes it in that moment, and Java's client can't
            // send it again
            config.jetty.modifyHttpConfiguration(http -> http.setPersistentConnectionsEnabled(false));
            rooms.accept(config);
        });
    }
}
