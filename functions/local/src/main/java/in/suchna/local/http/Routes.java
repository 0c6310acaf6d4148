package in.suchna.local.http;

import in.suchna.journal.Journal;
import in.suchna.local.alarm.Metrics;
import in.suchna.local.function.Callee;
import in.suchna.local.function.FunctionFailed;
import in.suchna.localaws.template.Event.HttpRoute;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** The routes of the template's HTTP API. */
public final class Routes {
    /** The largest body the HTTP API takes, in bytes. */
    static final long LARGEST_BODY = 10 * 1024 * 1024;

    private static final int FIRST_OF_OUR_FAULTS = 500;

    private final Clock clock;
    private final Journal journal;
    private final Metrics metrics;

    public Routes(Clock clock, Journal journal, Metrics metrics) {
        this.clock = clock;
        this.journal = journal;
        this.metrics = metrics;
    }

    /** Adds a route that calls a function. */
    public void add(JavalinConfig server, HttpRoute route, Callee function) {
        server.http.maxRequestSize = LARGEST_BODY;
        HandlerType method = HandlerType.findOrCreate(route.method().toUpperCase(Locale.ROOT));
        String key = route.method() + " " + route.path();
        server.routes.addHttpHandler(method, route.path(), context -> {
            answer(function, key, context);
            if (context.statusCode() >= FIRST_OF_OUR_FAULTS) {
                metrics.add(Metrics.ofApi(route.api(), "5xx"), 1);
            }
        });
    }

    private void answer(Callee function, String key, Context context) throws InterruptedException {
        try {
            if (context.req().getContentLengthLong() > LARGEST_BODY) {
                // read to its end: a sender that is still writing when the door shuts never sees the answer
                context.req().getInputStream().transferTo(OutputStream.nullOutputStream());
                HttpAnswer.say(context, 413, "Request Entity Too Large");
                return;
            }
            HttpAnswer.write(function.call(HttpEvent.of(context, key, clock.instant())), context);
        } catch (FunctionFailed | IOException e) {
            journal.trouble("call-failed", e, Map.of("route", key));
            HttpAnswer.say(context, 500, "Internal Server Error");
        }
    }
}
