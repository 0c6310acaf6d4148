package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.reply.FakeGraph.Behaviour;
import in.suchna.store.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.model.KmsException;

/** What happens when something breaks between two steps. */
class CrashTest {
    private static final Stage STAGE = new Stage();

    @BeforeEach
    void empty() {
        STAGE.reset();
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void aDeathBetweenClaimAndSendingIsMadeGoodWhenTheLeaseHasPassed() {
        STAGE.put("m.0");
        List<Map<String, AttributeValue>> told = List.of(STAGE.kept("m.0").item());
        STAGE.aws.calls().failBy(lostAnswerOfUpdate(1));
        assertThat(STAGE.tellImages(told).path("batchItemFailures")).hasSize(1);
        STAGE.aws.calls().failBy(Fault.NONE);

        assertThat(STAGE.status("m.0")).isEqualTo("sending");
        STAGE.tellImages(told);
        STAGE.sweepAfter(Duration.ofSeconds(89));
        assertThat(STAGE.graph.messages()).isEmpty();

        STAGE.sweepAfter(Duration.ofSeconds(2));
        assertThat(STAGE.graph.messages()).hasSize(1);
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    @Test
    void aDeathAfterSendingIsNotSentTwiceWhenAReceiptCame() {
        STAGE.put("m.0");
        STAGE.aws.calls().failBy(refusedUpdate(2));
        assertThat(STAGE.tell("m.0").path("batchItemFailures")).hasSize(1);
        STAGE.aws.calls().failBy(Fault.NONE);
        assertThat(STAGE.status("m.0")).isEqualTo("sending");

        STAGE.tellReceipt("m.0", "sent");
        STAGE.sweepAfter(Duration.ofMinutes(5));
        assertThat(STAGE.graph.messages()).hasSize(1);
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    @Test
    void aRedeliveredRecordIsNotSentTwice() {
        STAGE.put("m.0");
        List<Map<String, AttributeValue>> told = List.of(STAGE.kept("m.0").item());
        STAGE.tellImages(told);
        STAGE.tellImages(told);
        STAGE.tellImages(told);
        assertThat(STAGE.graph.messages()).hasSize(1);
    }

    @Test
    void aSilentWhatsAppIsAskedAgainOnlyAfterAReceiptHadTimeToTell() {
        STAGE.put("m.0");
        STAGE.graph.thenDo(new Behaviour.Silent());
        assertThat(STAGE.tell("m.0").path("batchItemFailures")).isEmpty();
        assertThat(STAGE.status("m.0")).isEqualTo("sending");

        STAGE.sweepAfter(Duration.ofSeconds(110));
        assertThat(STAGE.graph.messages()).hasSize(1);
        STAGE.sweepAfter(Duration.ofMinutes(3));
        assertThat(STAGE.graph.messages()).hasSize(2);
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    @Test
    void aReceiptTellsThatASilentOneWasSentAfterAll() {
        STAGE.put("m.0");
        STAGE.graph.thenDo(new Behaviour.Silent());
        STAGE.tell("m.0");
        STAGE.tellReceipt("m.0", "delivered");

        STAGE.sweepAfter(Duration.ofHours(1));
        assertThat(STAGE.graph.messages()).hasSize(1);
        assertThat(STAGE.status("m.0")).isEqualTo("delivered");
    }

    @Test
    void aBrokenConnectionIsAsDoubtfulAsSilence() {
        STAGE.put("m.0");
        STAGE.graph.thenDo(new Behaviour.HangUp());
        STAGE.tell("m.0");

        assertThat(STAGE.graph.messages()).hasSize(1);
        assertThat(STAGE.status("m.0")).isEqualTo("sending");
        assertThat(STAGE.kept("m.0").number("errorCode")).isEqualTo(Refusal.SILENT.code());
    }

    @Test
    void whoIsAlwaysSilentIsTriedFiveTimesAndThenAlarms() {
        STAGE.put("m.0");
        STAGE.graph.always(new Behaviour.HangUp());
        STAGE.tell("m.0");
        for (int i = 0; i < 10; i++) {
            STAGE.sweepAfter(Duration.ofMinutes(61));
        }
        assertThat(STAGE.graph.messages()).hasSize(5);
        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
    }

    @Test
    void whatAReceiptEndedIsToldByAnAlarmThoughDynamoDbsAnswerWasLost() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        List<Map<String, AttributeValue>> failed =
                List.of(STAGE.receipt("m.0", "failed", STAGE.clock.instant(), Optional.of(131026)));
        STAGE.aws.calls().failBy(lostAnswerOfUpdate(1));
        assertThat(STAGE.tellImages(failed).path("batchItemFailures")).hasSize(1);
        STAGE.aws.calls().failBy(Fault.NONE);
        STAGE.tellImages(failed);

        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
    }

    @Test
    void whatWhatsAppRefusesForGoodIsToldByAnAlarmThoughDynamoDbsAnswerWasLost() {
        STAGE.put("m.0");
        STAGE.graph.thenDo(FakeGraph.error(400, 131026));
        STAGE.aws.calls().failBy(lostAnswerOfUpdate(2));
        assertThat(STAGE.tell("m.0").path("batchItemFailures")).hasSize(1);
        STAGE.aws.calls().failBy(Fault.NONE);
        STAGE.tell("m.0");
        STAGE.sweepAfter(Duration.ofHours(2));

        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
    }

    @Test
    void aWindowThatClosedOnTheWayIsNoFailureThoughDynamoDbsAnswerWasLost() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        List<Map<String, AttributeValue>> failed =
                List.of(STAGE.receipt("m.0", "failed", STAGE.clock.instant(), Optional.of(131047)));
        STAGE.aws.calls().failBy(lostAnswerOfUpdate(1));
        assertThat(STAGE.tellImages(failed).path("batchItemFailures")).hasSize(1);
        STAGE.aws.calls().failBy(Fault.NONE);
        STAGE.tellImages(failed);
        STAGE.sweepAfter(Duration.ofMinutes(1));

        assertThat(STAGE.graph.messages().getLast().path("type").asText()).isEqualTo("template");
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
        assertThat(STAGE.counted("RepliesFailed")).isZero();
    }

    @Test
    void whenKmsIsDownTheRowIsUntouchedAndToldAgain() {
        STAGE.put("m.0");
        STAGE.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().equals("kms:Decrypt")) {
                    throw KmsException.builder()
                            .message("slow down")
                            .statusCode(400)
                            .build();
                }
            }
        });
        Row before = STAGE.kept("m.0");
        assertThat(STAGE.tell("m.0").path("batchItemFailures")).hasSize(1);
        assertThat(STAGE.kept("m.0")).isEqualTo(before);

        STAGE.aws.calls().failBy(Fault.NONE);
        STAGE.tell("m.0");
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    @Test
    void brokenRowsEndWithAnAlarmAndStopNobodyElse() {
        STAGE.put("a.0");
        STAGE.put("b.0");
        STAGE.put("c.0");
        STAGE.put("d.0");
        STAGE.put(STAGE.row("e.0", Stage.citizen(), "no JSON", Optional.empty()));
        set("b.0", "address", AttributeValue.fromB(software.amazon.awssdk.core.SdkBytes.fromUtf8String("torn")));
        flipLastByteOfAddress("c.0");

        JsonNode answer = STAGE.tell("b.0", "c.0", "e.0", "a.0", "d.0");
        assertThat(answer.path("batchItemFailures")).isEmpty();
        assertThat(STAGE.status("a.0")).isEqualTo("sent");
        assertThat(STAGE.status("d.0")).isEqualTo("sent");
        assertThat(STAGE.status("b.0")).isEqualTo("failed");
        assertThat(STAGE.status("c.0")).isEqualTo("failed");
        assertThat(STAGE.status("e.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(3);
    }

    @Test
    void aBrokenRowDoesNotStopTheSweep() {
        STAGE.put("a.0");
        STAGE.put("b.0");
        set("b.0", "address", AttributeValue.fromB(software.amazon.awssdk.core.SdkBytes.fromUtf8String("torn")));
        STAGE.sweepAfter(Duration.ofMinutes(2));

        assertThat(STAGE.status("a.0")).isEqualTo("sent");
        assertThat(STAGE.status("b.0")).isEqualTo("failed");
    }

    @Test
    void aRowThatKillsWhoSendsItIsNotTriedForEver() {
        STAGE.put("m.0");
        set("m.0", "attempts", AttributeValue.fromN(Integer.toString(Patience.MOST_ATTEMPTS)));
        STAGE.sweepAfter(Duration.ofMinutes(2));

        assertThat(STAGE.graph.messages()).isEmpty();
        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
    }

    @Test
    void whatCantBeBegunInTheRoundIsLeftToTheSweep() {
        STAGE.put("m.0");
        STAGE.put("m.1");
        STAGE.graph.onMessage(() -> STAGE.clock.move(Round.LENGTH));
        STAGE.tell("m.0", "m.1");
        assertThat(STAGE.graph.messages()).hasSize(1);
        assertThat(STAGE.status("m.1")).isEqualTo("waiting");

        STAGE.graph.onMessage(() -> {});
        STAGE.sweepAfter(Duration.ofMinutes(1));
        assertThat(STAGE.status("m.1")).isEqualTo("sent");
    }

    private static void flipLastByteOfAddress(String id) {
        byte[] bytes = STAGE.kept(id).bytes("address").orElseThrow().clone();
        bytes[bytes.length - 1] ^= 1;
        set(id, "address", AttributeValue.fromB(software.amazon.awssdk.core.SdkBytes.fromByteArray(bytes)));
    }

    private static void set(String id, String name, AttributeValue value) {
        STAGE.aws
                .dynamo()
                .updateItem(b -> b.tableName(STAGE.aws.table("Outbox"))
                        .key(Map.of("id", AttributeValue.fromS(id)))
                        .updateExpression("SET #n = :v")
                        .expressionAttributeNames(Map.of("#n", name))
                        .expressionAttributeValues(Map.of(":v", value)));
    }

    /** The nth update happens, and its answer is lost. */
    private static Fault lostAnswerOfUpdate(int nth) {
        AtomicInteger updates = new AtomicInteger();
        return new Fault() {
            @Override
            public void after(Call call) {
                if (call.operation().equals("dynamodb:UpdateItem") && updates.incrementAndGet() == nth) {
                    throw Fault.timeout();
                }
            }
        };
    }

    /** The nth update does not happen. */
    private static Fault refusedUpdate(int nth) {
        AtomicInteger updates = new AtomicInteger();
        return new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().equals("dynamodb:UpdateItem") && updates.incrementAndGet() == nth) {
                    throw Fault.timeout();
                }
            }
        };
    }
}
