package in.suchna.local;

import in.suchna.duty.Officer;
import in.suchna.journal.Journal;
import in.suchna.local.alarm.AlarmBoard;
import in.suchna.local.alarm.Counted;
import in.suchna.local.alarm.Metrics;
import in.suchna.local.desk.CopyRoute;
import in.suchna.local.desk.DeskPage;
import in.suchna.local.function.HandlerMaker;
import in.suchna.local.function.LocalFunction;
import in.suchna.local.http.LocalServer;
import in.suchna.local.http.Routes;
import in.suchna.local.page.Page;
import in.suchna.local.schedule.Schedules;
import in.suchna.local.stream.Checkpoints;
import in.suchna.local.stream.Mappings;
import in.suchna.local.view.ScannedTables;
import in.suchna.local.view.SmsInbox;
import in.suchna.local.view.Tables;
import in.suchna.local.whatsapp.WhatsApp;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.template.Event.HttpRoute;
import in.suchna.localaws.template.Function;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All of Suchna at work in this process, wired by template.yaml and by nothing else. */
public final class Stack implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Arrangement arrangement;
    private final Optional<KeptFolder> kept;
    private final LocalAws aws;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final List<LocalFunction> functions;
    private final Mappings mappings;
    private final Schedules schedules;
    private final WhatsApp whatsapp;
    private final Metrics metrics;
    private final AlarmBoard alarms;
    private final Javalin server;

    private Stack(
            Arrangement arrangement, Optional<KeptFolder> kept, LocalAws aws, Predicate<Function> whichFunctions) {
        this.arrangement = arrangement;
        this.kept = kept;
        this.aws = aws;
        Metrics metrics = new Metrics(arrangement.clock());
        PrintStream log = Counted.of(arrangement.log(), metrics);
        Journal journal = new Journal(log, arrangement.clock(), "local");
        HandlerMaker maker = new HandlerMaker(aws, arrangement.clock(), http, log);
        this.alarms = new AlarmBoard(aws.template(), aws.sqs(), metrics);
        this.metrics = metrics;
        this.functions = aws.template().functions().values().stream()
                .filter(whichFunctions)
                .map(function -> new LocalFunction(function, maker, metrics))
                .toList();
        Checkpoints checkpoints = new Checkpoints(kept.map(KeptFolder::checkpoints));
        this.mappings = new Mappings(aws, functions, checkpoints, journal, metrics, arrangement.clock());
        this.schedules = new Schedules(functions, arrangement.clock(), journal);
        this.whatsapp = WhatsApp.of(aws, arrangement.clock(), http, () -> URI.create(url()));
        this.server = LocalServer.of(config -> {
            Routes routes = new Routes(arrangement.clock(), journal, metrics);
            functions.forEach(function ->
                    function.declared().events(HttpRoute.class).forEach(route -> routes.add(config, route, function)));
            rooms(config, journal);
        });
    }

    /**
     * Starts everything.
     *
     * @throws PortTaken if another program listens on the port
     */
    public static Stack start(Arrangement arrangement) {
        return start(arrangement, _ -> true);
    }

    /** Starts some of the functions only; what their streams hold for the others waits in a kept folder. */
    static Stack start(Arrangement arrangement, Predicate<Function> whichFunctions) {
        Hush.libraries();
        mustBeFree(arrangement.port());
        Optional<KeptFolder> kept = arrangement.kept().map(KeptFolder::new);
        Map<String, String> parameters = new HashMap<>(arrangement.parameters());
        parameters.putIfAbsent("GraphUrl", "http://localhost:" + arrangement.port() + "/graph");
        parameters.putIfAbsent("ProbeUrl", "http://localhost:" + arrangement.port() + "/whatsapp");
        parameters.putIfAbsent("MediaOrigins", "http://localhost:" + arrangement.port());
        LocalAws aws = kept.map(folder ->
                        LocalAws.keptIn(folder.path(), arrangement.template(), parameters, arrangement.clock()))
                .orElseGet(() -> LocalAws.inMemory(arrangement.template(), parameters, arrangement.clock()));
        try {
            List<Officer> officers = new RosterSeed(aws).sow(arrangement.template());
            Stack stack = new Stack(arrangement, kept, aws, whichFunctions);
            officers.stream().filter(Officer::onWhatsApp).forEach(stack.whatsapp::admit);
            stack.open();
            return stack;
        } catch (RuntimeException e) {
            aws.close();
            kept.ifPresent(KeptFolder::close);
            throw e;
        }
    }

    /** Asked before the slow part, so that a taken port is told at once. */
    private static void mustBeFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            socket.setReuseAddress(true);
        } catch (IOException _) {
            throw new PortTaken(port);
        }
    }

    private void open() {
        try {
            server.start(arrangement.port());
        } catch (JavalinBindException _) {
            throw new PortTaken(arrangement.port());
        }
        mappings.start();
        schedules.start();
    }

    /** What is served beside the template's routes. */
    private void rooms(JavalinConfig config, Journal journal) {
        config.routes.get("/up", context -> context.result("up"));
        whatsapp.register(config.routes);
        if (arrangement.withPage()) {
            Page.of(whatsapp, aws, tables()).register(config.routes);
            List<String> dashboards = List.copyOf(aws.template().dashboards().values());
            new DeskPage(dashboards, functions, new CopyRoute(aws, Clock.systemUTC()), journal).register(config.routes);
        }
    }

    /** WhatsApp's side: the citizens' phones, and what shall go wrong. */
    public WhatsApp whatsapp() {
        return whatsapp;
    }

    /** AWS as this stack has it. */
    public LocalAws aws() {
        return aws;
    }

    /** The officers' SMS. */
    public SmsInbox inbox() {
        return aws.sns()::inbox;
    }

    /** What is in the tables. */
    public Tables tables() {
        return new ScannedTables(aws);
    }

    /** What was measured. */
    public Metrics metrics() {
        return metrics;
    }

    /** The template's alarms. */
    public AlarmBoard alarms() {
        return alarms;
    }

    /** Lets the clock call nothing any more; only ticks do. */
    void stopSchedules() {
        schedules.close();
    }

    /** Calls what is scheduled each minute, whatever the clock says. */
    public void tick() throws InterruptedException {
        schedules.tick(Duration.ofMinutes(1));
    }

    /** Calls what is scheduled each hour, whatever the clock says. */
    public void tickOfAnHour() throws InterruptedException {
        schedules.tick(Duration.ofHours(1));
    }

    /** Whether nothing read from a stream is waiting for a function. */
    public boolean isIdle() {
        return mappings.isIdle();
    }

    /** The functions, by their logical ids. */
    Map<String, LocalFunction> functions() {
        return functions.stream().collect(Collectors.toMap(f -> f.declared().logicalId(), f -> f));
    }

    /** Where it listens. */
    public String url() {
        return "http://localhost:" + arrangement.port();
    }

    /** Stops it: first the door, then what is under way, then the tables. */
    @Override
    public void close() {
        server.stop();
        schedules.close();
        try {
            mappings.stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        functions.forEach(LocalFunction::close);
        http.shutdownNow();
        aws.close();
        kept.ifPresent(KeptFolder::close);
    }
}
