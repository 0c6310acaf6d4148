package in.suchna.local.http;

import in.suchna.journal.Journal;
import in.suchna.local.function.FunctionFailed;
import in.suchna.local.function.LocalFunction;
import in.suchna.localaws.template.Event.HttpRoute;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** The routes of the template's HTTP API. */
public final class Routes {
    /** The largest body the HTTP API takes, in bytes. */
    static final long LARGEST_BODY = 10 * 1024 * 1024;

    private final Collection<LocalFunction> functions;
    private final Clock clock;
    private final Journal journal;

    public Routes(Collection<LocalFunction> functions, Clock clock, Journal journal) {
        this.functions = functions;
        this.clock = clock;
        this.journal = journal;
    }

    /** Adds them to the server. */
    public void on(JavalinConfig server) {
        server.http.maxRequestSize = LARGEST_BODY;
        for (LocalFunction function : functions) {
            function.declared().events(HttpRoute.class).forEach(route -> {
                HandlerType method = HandlerType.findOrCreate(route.method().toUpperCase(Locale.ROOT));
                String key = route.method() + " " + route.path();
                server.routes.addHttpHandler(method, route.path(), context -> answer(function, key, context));
            });
        }
    }

    private void answer(LocalFunction function, String key, Context context) throws InterruptedException {
        if (context.req().getContentLengthLong() > LARGEST_BODY) {
            HttpAnswer.say(context, 413, "Request Entity Too Large");
            return;
        }
        try {
            HttpAnswer.write(function.call(HttpEvent.of(context, key, clock.instant())), context);
        } catch (FunctionFailed | IOException e) {
            journal.trouble(
                    "call-failed", e, Map.of("function", function.declared().logicalId()));
            HttpAnswer.say(context, 500, "Internal Server Error");
        }
    }
}
