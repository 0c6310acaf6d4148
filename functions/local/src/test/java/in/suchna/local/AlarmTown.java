package in.suchna.local;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.duty.RosterFile;
import in.suchna.local.whatsapp.Phone;
import in.suchna.local.whatsapp.Said;
import in.suchna.localaws.MovingClock;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.lookout.Lookout;
import in.suchna.store.Roster;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A stack under a clock that only tests move, whose mappings give up after the third try more, and in which things go wrong on
 * purpose.
 */
final class AlarmTown implements AutoCloseable {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path ROSTER = Path.of("functions/alert/roster.csv");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofHours(1);

    final MovingClock clock = new MovingClock(Instant.parse("2026-11-24T06:30:00Z"));
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Stack stack;
    final Postman postman;
    private int strangers = 200;

    AlarmTown(Path folder) throws IOException {
        Path impatient = folder.resolve("template.yaml");
        Files.writeString(
                impatient,
                Files.readString(ROOT.resolve("template.yaml"))
                        .replace("MaximumRetryAttempts: 20", "MaximumRetryAttempts: 3"));
        Files.createDirectories(folder.resolve(ROSTER).getParent());
        Files.copy(ROOT.resolve(ROSTER), folder.resolve(ROSTER));
        this.stack = Stack.start(new Arrangement(
                impatient,
                Ports.free(),
                Optional.empty(),
                false,
                Map.of(),
                clock,
                Lookout.log(OutputStream.nullOutputStream())));
        stack.stopSchedules();
        this.postman = new Postman(http, stack.url());
    }

    /** What rings when the minute is over that is now. */
    Set<String> ringing() {
        return stack.alarms().ringing(clock.instant().plus(Duration.ofMinutes(1)));
    }

    /** Nothing goes wrong any more, what was under way ends, and an hour passes. */
    void rest() throws IOException {
        stack.aws().calls().failBy(Fault.NONE);
        stack.whatsapp().faults().clear();
        await().atMost(PATIENCE).during(QUIET).until(stack::isIdle);
        stack.aws().template().queues().keySet().forEach(this::empty);
        roster().replaceBy(RosterFile.read(ROOT.resolve(ROSTER)));
        clock.move(LONG);
    }

    private void empty(String queue) {
        String url = stack.aws().queueUrl(queue);
        SqsClient sqs = stack.aws().sqs();
        List<Message> some = sqs.receiveMessage(r -> r.queueUrl(url)).messages();
        while (!some.isEmpty()) {
            some.forEach(one -> sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(one.receiptHandle())));
            some = sqs.receiveMessage(r -> r.queueUrl(url)).messages();
        }
    }

    Roster roster() {
        return new Roster(stack.aws().dynamo(), stack.aws().table("Roster"));
    }

    /** A citizen writes. */
    void say(String person, Said said) {
        Phone phone = stack.whatsapp().phones().find(person).orElseThrow();
        stack.whatsapp().say(phone, said);
    }

    void say(String words) {
        say("ramesh", new Said.Text(words));
    }

    /** Somebody who never wrote before writes what cannot wait. */
    void urgent() throws IOException, InterruptedException {
        strangers++;
        postman.post(
                Letter.of(strangers, "kurud me chaku maar rahe hai jaldi aao").body());
    }

    /** A function's calls of a service fail from now on, and the time that each attempt takes passes. */
    void fail(String function, String service, Duration each) {
        stack.aws().calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.function().equals(function) && call.operation().startsWith(service)) {
                    clock.move(each);
                    throw Fault.timeout();
                }
            }
        });
    }

    void fail(String function) {
        fail(function, "dynamodb:", Duration.ZERO);
    }

    /** A function is called with an event. */
    void call(String function, String event) throws InterruptedException {
        Objects.requireNonNull(stack.functions().get(function)).call(event.getBytes(StandardCharsets.UTF_8));
    }

    /** A body we know of is posted, rightly signed. */
    int post(String file) throws IOException, InterruptedException {
        return postman.post(Files.readAllBytes(ROOT.resolve("events").resolve(file)));
    }

    /** Somebody opens an officer's link. */
    int open(String token) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(stack.url() + "/a/" + token))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** The first row of a table, once there is one. */
    JsonNode awaited(String table) {
        await().atMost(PATIENCE).until(() -> !rows(table).isEmpty());
        return rows(table).getFirst();
    }

    List<JsonNode> rows(String table) {
        return stack.tables().newest(table, Integer.MAX_VALUE);
    }

    /** A minute passes in which the sweeps run. */
    void minute() throws InterruptedException {
        stack.tick();
        clock.move(Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        stack.close();
        http.close();
    }
}
