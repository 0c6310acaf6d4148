package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.outbox.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What receipts do to a row. */
class FollowingTest {
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
    void receiptsInAnyOrderNeverTakeARowBack() {
        int n = 0;
        for (List<String> order : permutations(List.of("sent", "delivered", "read", "played"))) {
            String id = STAGE.put("m" + n++ + ".0");
            STAGE.tell(id);
            Delivery before = Delivery.SENT;
            for (String word : order) {
                STAGE.tellReceipt(id, word);
                Delivery after = Delivery.ofLabel(STAGE.status(id));
                assertThat(after).as("%s in %s", word, order).isGreaterThanOrEqualTo(before);
                before = after;
            }
            assertThat(STAGE.status(id)).isEqualTo("read");
        }
        STAGE.sweepAfter(Duration.ofHours(2));
        assertThat(STAGE.graph.messages()).hasSize(n);
    }

    @Test
    void whatWasDeliveredIsDeliveredWhateverAFailureSaysInAnyOrder() {
        int n = 0;
        for (int code : new int[] {131026, 131000, 131047}) {
            for (List<String> order : permutations(List.of("sent", "delivered", "failed"))) {
                String id = STAGE.put("m" + n++ + ".0");
                STAGE.tell(id);
                for (String word : order) {
                    STAGE.tellImages(List.of(STAGE.receipt(
                            id, word, STAGE.clock.instant(), Optional.of(code).filter(_ -> word.equals("failed")))));
                }
                assertThat(STAGE.status(id)).as("%d %s", code, order).isEqualTo("delivered");
            }
        }
    }

    @Test
    void sentAndDeliveredToldTogetherAreOneChangeOfTheRow() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        STAGE.put("n.0");
        STAGE.tell("n.0");
        STAGE.aws.calls().reset();

        STAGE.tellImages(List.of(
                STAGE.receipt("m.0", "sent", STAGE.clock.instant(), Optional.empty()),
                STAGE.receipt("n.0", "sent", STAGE.clock.instant(), Optional.empty()),
                STAGE.receipt("m.0", "delivered", STAGE.clock.instant(), Optional.empty())));

        assertThat(STAGE.aws.calls().of("Reply")).containsExactly(Map.entry("dynamodb:UpdateItem", 2L));
        assertThat(STAGE.status("m.0")).isEqualTo("delivered");
        assertThat(STAGE.status("n.0")).isEqualTo("sent");
    }

    @Test
    void readComesWithoutDelivered() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        STAGE.tellReceipt("m.0", "read");
        assertThat(STAGE.status("m.0")).isEqualTo("read");
    }

    @Test
    void aReceiptThatOvertakesOurOwnNoteIsKept() {
        STAGE.put("m.0");
        STAGE.graph.onMessage(() -> STAGE.tellReceipt("m.0", "delivered"));
        STAGE.tell("m.0");
        assertThat(STAGE.status("m.0")).isEqualTo("delivered");
    }

    @Test
    void aFailureThatOvertakesOurOwnNoteIsStillTriedAgain() {
        STAGE.put("m.0");
        STAGE.graph.onMessage(() -> STAGE.tellFailed("m.0", 131000));
        STAGE.tell("m.0");
        assertThat(STAGE.status("m.0")).isEqualTo("waiting");

        STAGE.graph.onMessage(() -> {});
        STAGE.sweepAfter(Duration.ofMinutes(1));
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
        assertThat(STAGE.graph.messages()).hasSize(2);
    }

    @Test
    void aFailureThatCanEndIsTriedAgainAndALateSentDoesNotHideIt() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        Instant sentAt = STAGE.clock.instant();
        STAGE.clock.move(Duration.ofSeconds(1));
        STAGE.tellFailed("m.0", 131000);
        STAGE.tellImages(List.of(STAGE.receipt("m.0", "sent", sentAt, Optional.empty())));
        assertThat(STAGE.status("m.0")).isEqualTo("waiting");

        STAGE.sweepAfter(Duration.ofMinutes(1));
        assertThat(STAGE.graph.messages()).hasSize(2);
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    @Test
    void theSameFailureToldTwiceSendsOnce() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        Map<String, AttributeValue> failed = STAGE.receipt("m.0", "failed", STAGE.clock.instant(), Optional.of(131000));
        STAGE.tellImages(List.of(failed));
        STAGE.sweepAfter(Duration.ofMinutes(1));
        STAGE.tellImages(List.of(failed));
        STAGE.sweepAfter(Duration.ofMinutes(1));

        assertThat(STAGE.graph.messages()).hasSize(2);
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    @Test
    void aFailureForGoodEndsWithOneAlarm() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        Map<String, AttributeValue> failed = STAGE.receipt("m.0", "failed", STAGE.clock.instant(), Optional.of(131026));
        STAGE.tellImages(List.of(failed));
        STAGE.tellImages(List.of(failed));

        assertThat(STAGE.status("m.0")).isEqualTo("failed");
        assertThat(STAGE.counted("RepliesFailed")).isEqualTo(1);
    }

    @Test
    void aMessageToAnOfficerThatFailsIsCountedApartFromCitizens() {
        STAGE.put("officer-call-7K3QM9T-0-0-kurud-si-1");
        STAGE.tell("officer-call-7K3QM9T-0-0-kurud-si-1");
        STAGE.tellImages(List.of(STAGE.receipt(
                "officer-call-7K3QM9T-0-0-kurud-si-1", "failed", STAGE.clock.instant(), Optional.of(131026))));

        assertThat(STAGE.counted("OfficerMessagesFailed")).isEqualTo(1);
        assertThat(STAGE.counted("RepliesFailed")).isZero();
    }

    @Test
    void aWindowThatClosedOnTheWayIsMetWithTheTemplateOnce() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        Map<String, AttributeValue> failed = STAGE.receipt("m.0", "failed", STAGE.clock.instant(), Optional.of(131047));
        STAGE.tellImages(List.of(failed));
        STAGE.tellImages(List.of(failed));
        assertThat(STAGE.status("m.0")).isEqualTo("waiting");
        STAGE.sweepAfter(Duration.ofMinutes(1));
        STAGE.tellImages(List.of(failed));

        assertThat(STAGE.graph.messages()).hasSize(2);
        assertThat(STAGE.graph.messages().getLast().path("type").asText()).isEqualTo("template");
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
        assertThat(STAGE.counted("RepliesFailed")).isZero();
    }

    @Test
    void aTokenFoundInvalidByReceiptCallsTheOperatorAndKeepsTheRow() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        STAGE.tellFailed("m.0", 131042);

        assertThat(STAGE.status("m.0")).isEqualTo("waiting");
        assertThat(STAGE.counted("OperatorNeeded")).isEqualTo(1);
    }

    @Test
    void aFailureWithoutACodeIsTriedAFewTimes() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        STAGE.tellReceipt("m.0", "failed");
        assertThat(STAGE.status("m.0")).isEqualTo("waiting");
    }

    @Test
    void receiptsForNothingWeKnowAreCountedAndStopNothing() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        JsonNode answer = STAGE.tellImages(List.of(
                STAGE.receipt("", "sent", STAGE.clock.instant(), Optional.empty()),
                STAGE.receipt("stranger", "read", STAGE.clock.instant(), Optional.empty()),
                STAGE.receipt("stranger", "failed", STAGE.clock.instant(), Optional.of(131000)),
                STAGE.receipt("m.0", "delivered", STAGE.clock.instant(), Optional.empty())));

        assertThat(answer.path("batchItemFailures")).isEmpty();
        assertThat(STAGE.counted("ReceiptsUnmatched")).isEqualTo(3);
        assertThat(STAGE.status("m.0")).isEqualTo("delivered");
        assertThat(STAGE.rows()).hasSize(1);
    }

    @Test
    void aWordNobodyHasHeardOfChangesNothing() {
        STAGE.put("m.0");
        STAGE.tell("m.0");
        assertThat(STAGE.tellReceipt("m.0", "pondered").path("batchItemFailures"))
                .isEmpty();
        assertThat(STAGE.status("m.0")).isEqualTo("sent");
    }

    private static List<List<String>> permutations(List<String> words) {
        if (words.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : words) {
            List<String> rest = new ArrayList<>(words);
            rest.remove(first);
            for (List<String> tail : permutations(rest)) {
                List<String> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
