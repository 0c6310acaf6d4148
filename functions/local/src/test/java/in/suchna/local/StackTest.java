package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.local.whatsapp.Phone;
import in.suchna.local.whatsapp.Said;
import in.suchna.local.whatsapp.Signer;
import in.suchna.local.whatsapp.StoredMedia;
import in.suchna.localaws.sms.Sms;
import in.suchna.lookout.Lookout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackTest {
    private static final Path ROOT = Path.of("../..");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String URGENT = "talwar lekar log maar rahe hain, khoon nikal raha hai, jaldi aao";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> identities = new TreeSet<>();
    private Stack stack;
    private Postman postman;

    @BeforeAll
    void start() throws IOException {
        Arrangement arrangement = new Arrangement(
                ROOT.resolve("template.yaml"),
                Ports.free(),
                Optional.empty(),
                false,
                Map.of(),
                Clock.systemUTC(),
                Lookout.log(log));
        stack = Stack.start(arrangement);
        postman = new Postman(http, stack.url());
    }

    @AfterAll
    void stop() {
        stack.close();
        http.close();
    }

    private int post(byte[] body) throws IOException, InterruptedException {
        try {
            identities.addAll(Leaks.identityIn(JSON.readTree(body)));
        } catch (JsonProcessingException _) {
            // a broken body names nobody we could look for
        }
        return postman.post(body);
    }

    private List<JsonNode> rows(String table) {
        return stack.tables().newest(table, Integer.MAX_VALUE);
    }

    private List<JsonNode> tipsOf(String text) {
        return rows("Tips").stream()
                .filter(tip -> tip.path("text").asText().equals(text))
                .toList();
    }

    private List<Sms> smsOf(JsonNode tip) {
        String reference = tip.path("reference").asText();
        return stack.inbox().all().stream()
                .filter(sms -> sms.text().contains(reference))
                .toList();
    }

    @Test
    @Order(1)
    void anUrgentTextBecomesATipAnAnswerAndAnSms() throws Exception {
        String text = URGENT + " bus stand Kurud";

        assertThat(post(Letter.of(101, text).body())).isEqualTo(200);

        await().atMost(PATIENCE)
                .until(() -> tipsOf(text).size() == 1
                        && !smsOf(tipsOf(text).getFirst()).isEmpty());
        String reference = tipsOf(text).getFirst().path("reference").asText();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows("Outbox")).anySatisfy(row -> {
                    assertThat(row.path("about").asText()).isEqualTo(reference);
                    assertThat(row.path("payload").asText()).contains(reference);
                    assertThat(row.path("status").asText()).isIn("sent", "delivered", "read");
                }));
    }

    @Test
    @Order(2)
    void aBodyToldThreeTimesAtOnceIsOneRowAndOneSmsAnOfficer() throws Exception {
        String text = URGENT + " Nagri road";
        byte[] body = Letter.of(102, text).body();
        long before = rows("Messages").size();

        try (ExecutorService three = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(three.submit(() -> post(body)));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        await().atMost(PATIENCE)
                .until(() -> tipsOf(text).size() == 1
                        && !smsOf(tipsOf(text).getFirst()).isEmpty());
        assertThat(post(body)).isEqualTo(200);
        stack.tick();

        assertThat(rows("Messages")).hasSize(Math.toIntExact(before + 1));
        assertThat(tipsOf(text)).hasSize(1);
        assertThat(smsOf(tipsOf(text).getFirst())).extracting(Sms::phone).doesNotHaveDuplicates();
    }

    @Test
    @Order(3)
    void aPhotoSentLandsInTheBucketAndItsHashOnTheTipsTimeline() throws Exception {
        byte[] photo = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");
        Phone phone = stack.whatsapp().phones().all().getFirst();
        StoredMedia media = stack.whatsapp().upload(photo, "image/jpeg", Optional.empty());

        String said = stack.whatsapp().say(phone, new Said.File("image", media, Optional.of("behind the school")));

        assertThat(said).isNotEmpty();
        String hash = HexFormat.of().formatHex(Base64.getDecoder().decode(media.sha256()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows("Timeline")).anySatisfy(entry -> {
                    assertThat(entry.path("what").asText()).isEqualTo("evidence");
                    assertThat(entry.path("sha256").asText()).isEqualTo(hash);
                    assertThat(objectOf(entry.path("object").asText())).isEqualTo(photo);
                    assertThat(objectOf(entry.path("viewing").asText())).startsWith(0xFF, 0xD8);
                }));
    }

    private byte[] objectOf(String key) {
        String bucket = stack.aws().settingsOf("Evidence").text("EXHIBITS_BUCKET");
        return stack.aws()
                .s3()
                .getObjectAsBytes(get -> get.bucket(bucket).key(key))
                .asByteArray();
    }

    @Test
    @Order(4)
    void everyBodyWeKnowIsAnswered200() throws Exception {
        List<Path> bodies = new ArrayList<>();
        for (Path folder : List.of(ROOT.resolve("events"), ROOT.resolve("../shared/webhooks"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(f -> f.toString().endsWith(".json")).sorted().forEach(bodies::add);
                }
            }
        }

        for (Path body : bodies) {
            assertThat(post(Files.readAllBytes(body))).as(body.toString()).isEqualTo(200);
        }
        await().atMost(PATIENCE).until(() -> stack.isIdle());
    }

    @Test
    @Order(5)
    void aWrongSignatureLeavesNothing() throws Exception {
        long before = rows("Messages").size();
        byte[] body = Letter.of(103, "anything").body();

        int status = http.send(
                        HttpRequest.newBuilder(URI.create(stack.url() + "/whatsapp"))
                                .header(Signer.HEADER, new Signer("another secret").signature(body))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();

        assertThat(status).isEqualTo(401);
        assertThat(rows("Messages")).hasSize(Math.toIntExact(before));
    }

    @Test
    @Order(6)
    void whatTheTemplateDoesNotAllowIsRefusedHereToo() {
        assertThatThrownBy(() -> stack.aws()
                        .clientOf("Webhook", software.amazon.awssdk.services.dynamodb.DynamoDbClient.class)
                        .scan(scan -> scan.tableName(stack.aws().table("Tips"))))
                .hasMessageContaining("not authorized");
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("not authorized");
    }

    @Test
    @Order(7)
    void theHourlyProbeWalksTheWholeWayAndNobodyHearsOfIt() throws Exception {
        int sms = stack.inbox().all().size();
        int answers = rows("Outbox").size();

        stack.tickOfAnHour();

        assertThat(log.toString(StandardCharsets.UTF_8)).contains("probe-arrived", "\"ProbesArrived\":1");
        assertThat(stack.inbox().all()).hasSize(sms);
        assertThat(rows("Outbox")).hasSize(answers);
        assertThat(rows("Tips"))
                .filteredOn(tip -> tip.path("citizen").asText().equals("probe"))
                .singleElement()
                .satisfies(tip -> assertThat(tip.has("queue")).isFalse());
    }

    @Test
    @Order(8)
    void nothingWrittenNamesASenderAndOnePlantedInEachPlaceIsFound() {
        Leaks leaks = new Leaks(stack.aws(), log.toString(StandardCharsets.UTF_8));

        assertThat(identities).hasSizeGreaterThan(4);
        assertThat(leaks.of(identities)).isEmpty();

        String planted = Letter.of(101, "").phone();
        stack.aws()
                .dynamo()
                .putItem(put -> put.tableName(stack.aws().table("Citizens"))
                        .item(Map.of("id", AttributeValue.fromS("planted " + planted))));
        assertThat(leaks.of(identities)).containsExactly("Citizens.id");

        stack.aws()
                .s3()
                .putObject(
                        put -> put.bucket("any").key("original/" + planted).metadata(Map.of("sender", planted)),
                        RequestBody.fromString("a photo"));
        stack.aws().sns().publish(sms -> sms.phoneNumber("+915555000100").message("of " + planted));
        Leaks withLog = new Leaks(stack.aws(), "a line of " + planted);
        assertThat(withLog.of(identities))
                .containsExactlyInAnyOrder("Citizens.id", "bucket key", "bucket metadata", "log", "sms");
    }

    @Test
    @Order(9)
    void aTakenPortIsToldInOneLine() {
        int port = Integer.parseInt(stack.url().replaceAll(".*:", ""));
        Arrangement same = new Arrangement(
                ROOT.resolve("template.yaml"),
                port,
                Optional.empty(),
                false,
                Map.of(),
                Clock.systemUTC(),
                Lookout.log(log));

        assertThatThrownBy(() -> Stack.start(same))
                .isInstanceOf(PortTaken.class)
                .hasMessageContaining(Integer.toString(port))
                .hasMessageNotContaining("\n");
    }
}
