package in.suchna.lookout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.localaws.LocalAws;
import in.suchna.surroundings.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** A trace planted on purpose in each place is found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookoutTest {
    private static final String PHONE = "915555012345";
    private static final String WAMID = "wamid.HBgMOTE1NTU1MDEyMzQ1FQIAEhgU";

    private final LocalAws aws = LocalAws.inMemory(Path.of("../../template.yaml"), Map.of(), Clock.systemUTC());

    @AfterEach
    void forget() {
        Lookout.takeFindings();
    }

    @AfterAll
    void close() {
        aws.close();
    }

    private static void seen(Place place, Trace trace) {
        assertThat(Lookout.takeFindings()).anySatisfy(finding -> {
            assertThat(finding.place()).isEqualTo(place);
            assertThat(finding.trace()).isEqualTo(trace);
        });
    }

    /** Whatever comes of the call: it is looked at before it is made. */
    private static void tried(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException _) {
            // refused by the role or by the fake
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "915555012345",
                "+91 55550 12345",
                "5555012345",
                "५५५५०१२३४५",
                "mera number 55550-12345 hai",
                "{\"from\":\"915555012345\"}"
            })
    void aPhoneNumberIsKnownHoweverItIsWritten(String text) {
        assertThat(Trace.in(text)).containsExactly(Trace.NUMBER);
    }

    @Test
    void idsAndNamesAreKnownAndOrdinaryTextIsNot() {
        assertThat(Trace.in("id " + WAMID)).contains(Trace.WAMID);
        assertThat(Trace.in("user IN.9081726354")).containsExactly(Trace.USER_ID);
        assertThat(Trace.in("from sukhmani netam, Kurud")).containsExactly(Trace.NAME);
        assertThat(
                        Trace.in(
                                "DM-7K3Q9 at 2026-11-24T06:00:00Z, 1795514400555501234599, call 07722-232511, ask +91 55559 12345"))
                .isEmpty();
    }

    @Test
    void aTraceInATableIsSeenWhereverItStandsInACall() {
        DynamoDbClient dynamo = aws.clientOf("Webhook", DynamoDbClient.class);
        Map<String, AttributeValue> row = Map.of(
                "id",
                AttributeValue.fromS("planted"),
                "deep",
                AttributeValue.fromM(Map.of("list", AttributeValue.fromL(List.of(AttributeValue.fromS(PHONE))))));
        tried(() -> dynamo.putItem(b -> b.tableName(aws.table("Messages")).item(row)));
        seen(Place.TABLE, Trace.NUMBER);

        tried(() -> dynamo.updateItem(b -> b.tableName(aws.table("Messages"))
                .key(Map.of("id", AttributeValue.fromS("planted")))
                .updateExpression("SET a = :a")
                .expressionAttributeValues(Map.of(":a", AttributeValue.fromS(WAMID)))));
        seen(Place.TABLE, Trace.WAMID);

        tried(() -> dynamo.transactWriteItems(b -> b.transactItems(TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(aws.table("Messages"))
                        .item(Map.of("id", AttributeValue.fromS("Sukhmani Netam")))
                        .build())
                .build())));
        seen(Place.TABLE, Trace.NAME);
    }

    @Test
    void aTraceAmongAttributeNamesAndRawBytesIsSeen() {
        DynamoDbClient dynamo = aws.clientOf("Webhook", DynamoDbClient.class);
        tried(() -> dynamo.putItem(b -> b.tableName(aws.table("Messages"))
                .item(Map.of("id", AttributeValue.fromS("x"), PHONE, AttributeValue.fromBool(true)))));
        seen(Place.TABLE, Trace.NUMBER);

        byte[] unsealed = PHONE.getBytes(StandardCharsets.UTF_8);
        tried(() -> dynamo.putItem(b -> b.tableName(aws.table("Messages"))
                .item(Map.of(
                        "id",
                        AttributeValue.fromS("x"),
                        "address",
                        AttributeValue.fromB(software.amazon.awssdk.core.SdkBytes.fromByteArray(unsealed))))));
        seen(Place.TABLE, Trace.NUMBER);
    }

    @Test
    void aTraceInAnObjectsKeyOrMetadataIsSeen() {
        S3Client s3 = aws.clientOf("Evidence", S3Client.class);
        tried(() -> s3.putObject(b -> b.bucket("b").key("photos/" + PHONE), RequestBody.fromString("x")));
        seen(Place.OBJECT, Trace.NUMBER);
        tried(() -> s3.putObject(
                b -> b.bucket("b").key("k").metadata(Map.of("sender", "IN.9081726354")), RequestBody.fromString("x")));
        seen(Place.OBJECT, Trace.USER_ID);
    }

    @Test
    void aTraceInAnSmsIsSeenButTheOfficersPhoneIsHowItGetsThere() {
        SnsClient sns = aws.clientOf("Alert", SnsClient.class);
        tried(() -> sns.publish(b -> b.phoneNumber("+915555000101").message("Tip DM-7K3Q9 CRITICAL Kurud")));
        assertThat(Lookout.takeFindings()).isEmpty();
        tried(() -> sns.publish(b -> b.phoneNumber("+915555000101").message("Tip from " + PHONE)));
        seen(Place.SMS, Trace.NUMBER);
    }

    @Test
    void aTraceInALogLineOrAMetricIsSeenAndTheLineIsKept() {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        Journal journal = new Journal(Lookout.log(kept), Clock.systemUTC(), "webhook");
        journal.note("kept", Map.of("message", "a hash"));
        assertThat(Lookout.takeFindings()).isEmpty();
        journal.note("kept", Map.of("message", WAMID));
        seen(Place.LOG, Trace.WAMID);
        journal.count(Signal.TIP, Map.of("sender", PHONE));
        seen(Place.METRIC, Trace.NUMBER);
        assertThat(kept.toString(StandardCharsets.UTF_8)).contains("a hash").contains(WAMID);
    }

    @Test
    void aTraceThatALibraryOfOursWouldLogAtDebugIsSeen() {
        LoggerFactory.getLogger("software.amazon.awssdk.request").debug("Sending {}", PHONE);
        seen(Place.LOG, Trace.NUMBER);
    }

    @Test
    void aTraceOnAPageIsSeenAndThePageIsGivenOn() {
        assertThat(Lookout.page("desk", "<p>" + PHONE + "</p>")).contains(PHONE);
        seen(Place.PAGE, Trace.NUMBER);
    }

    @Test
    void aTraceInAnExceptionsMessageIsSeenThoughItIsCaught() {
        try (ExceptionWatch _ = new ExceptionWatch()) {
            assertThatThrownBy(() -> new Settings(Map.of()).text(PHONE)).hasMessageContaining(PHONE);
        }
        seen(Place.EXCEPTION, Trace.NUMBER);
    }

    @Test
    void aFindingFailsTheTestItStandsIn() {
        Lookout.look(Place.LOG, "here", PHONE);
        assertThatThrownBy(() -> new TestWatch().afterEach(noContext()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("LOG")
                .hasMessageNotContaining(PHONE);
    }

    @SuppressWarnings("NullAway") // the watch asks nothing of it
    private static org.junit.jupiter.api.extension.ExtensionContext noContext() {
        return null;
    }
}
