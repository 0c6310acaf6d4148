package in.suchna.alert;

import static in.suchna.alert.Night.CONTROL_ROOM_NUMBER;
import static in.suchna.alert.Night.OF_KURUD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.duty.AlertState;
import in.suchna.duty.Officer;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.localaws.policy.Refusals;
import in.suchna.tip.Priority;
import in.suchna.tip.Tip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.SnsException;

class SnsTroubleTest {
    private static final String PUBLISH = "sns:Publish";

    private final Night night = Night.shared();

    /** A process that dies at once, as Lambda's does when its time is over. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void begin() {
        night.begin();
    }

    private static boolean publishes(Call call) {
        return call.operation().equals(PUBLISH);
    }

    private static boolean publishesTo(Call call, String number) {
        return call.request() instanceof PublishRequest publish && number.equals(publish.phoneNumber());
    }

    private static Fault throttledTimes(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new Fault() {
            @Override
            public void before(Call call) {
                if (publishes(call) && left.getAndDecrement() > 0) {
                    throw Refusals.throttled(call);
                }
            }
        };
    }

    static Fault optedOut(String number) {
        return new Fault() {
            @Override
            public void before(Call call) {
                if (publishesTo(call, number)) {
                    throw SnsException.builder()
                            .statusCode(400)
                            .awsErrorDetails(AwsErrorDetails.builder()
                                    .errorCode("OptedOut")
                                    .errorMessage("Phone number is opted out")
                                    .build())
                            .build();
                }
            }
        };
    }

    @Test
    void aThrottledSmsIsTriedAgainAtOnce() {
        night.aws.calls().failBy(throttledTimes(2));
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);

        assertThat(night.numbers()).containsExactly(OF_KURUD.number());
        assertThat(night.aws.calls().of("Alert")).containsEntry(PUBLISH, 3L);
    }

    @Test
    void anSmsThatStaysThrottledIsSentByALaterSweep() {
        night.aws.calls().failBy(throttledTimes(5));
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        assertThat(night.sms()).isEmpty();
        assertThat(night.alertsOf(tip)).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.PENDING);
            assertThat(alert.dueAt()).isAfter(night.clock.instant());
        });
        assertThat(night.journal()).contains("alert-not-now", "\"claims\":1").doesNotContain("\"claims\":2");

        night.pass(1);
        assertThat(night.numbers()).containsExactly(OF_KURUD.number());
        night.pass(1);
        assertThat(night.sms()).hasSize(1);
    }

    @Test
    void anOfficerWhoCantBeReachedIsReplacedByTheControlRoomOnce() {
        night.aws.calls().failBy(optedOut(OF_KURUD.number()));
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        night.tell(tip);
        night.pass(2);

        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
        assertThat(night.journal()).contains("AlertsFailed").contains("OptedOut");
        assertThat(night.alertsOf(tip))
                .extracting(alert -> alert.officerId() + " " + alert.state().label())
                .containsExactlyInAnyOrder("kurud-si-1 failed", "control-room sent");
    }

    @Test
    void anSmsThatIsGivenUpIsAnAlarmThoughTheProcessIsKilledAsItNotesIt() {
        Fault optedOut = optedOut(OF_KURUD.number());
        night.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                optedOut.before(call);
            }

            @Override
            public void after(Call call) {
                if (call.request() instanceof UpdateItemRequest update
                        && update.updateExpression().contains("failedAt")) {
                    throw new Killed();
                }
            }
        });
        Tip tip = night.tip(Priority.HIGH);
        assertThatThrownBy(() -> night.tell(tip)).isInstanceOf(Killed.class);
        night.aws.calls().failBy(Fault.NONE);
        night.tell(tip);
        night.pass(2);

        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
        assertThat(night.journal()).contains("AlertsFailed");
    }

    @Test
    void whenSnsRefusesForMinutesTheControlRoomIsTriedBesideAndStaysInLine() {
        night.aws.calls().failBy(throttledTimes(3 * Ringing.MOST_CLAIMS + 3));
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        night.pass(9);

        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
        assertThat(night.journal()).contains("AlertsFailed");
    }

    @Test
    void anSmsThatIsRefusedWaitsLongerEachTimeButNeverMoreThanAMinute() {
        night.aws.calls().failBy(throttledTimes(Integer.MAX_VALUE));
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        for (int seconds : List.of(5, 10, 20, 40)) {
            Duration wait = waitOf(tip, OF_KURUD.id());
            assertThat(wait).isBetween(Duration.ofMillis(seconds * 500L), Duration.ofSeconds(seconds));
            night.clock.move(wait);
            night.sweep();
        }
        assertThat(night.alertsOf(tip))
                .filteredOn(alert -> alert.officerId().equals(OF_KURUD.id()))
                .singleElement()
                .satisfies(alert -> assertThat(alert.state()).isEqualTo(AlertState.FAILED));
        for (int more = 0; more < 6; more++) {
            Duration wait = waitOf(tip, Officer.CONTROL_ROOM_ID);
            night.clock.move(wait);
            night.sweep();
        }
        assertThat(waitOf(tip, Officer.CONTROL_ROOM_ID)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    }

    private Duration waitOf(Tip tip, String officerId) {
        return night.alertsOf(tip).stream()
                .filter(alert -> alert.officerId().equals(officerId))
                .map(alert -> Duration.between(night.clock.instant(), alert.dueAt()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theControlRoomIsStillTriedWhenSnsComesBackAfterHalfAnHour() {
        night.aws.calls().failBy(throttledTimes(Integer.MAX_VALUE));
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        night.pass(30);
        assertThat(night.sms()).isEmpty();
        night.aws.calls().failBy(Fault.NONE);
        night.pass(1);
        assertThat(night.numbers()).contains(CONTROL_ROOM_NUMBER);
    }

    @Test
    void anAlertThatCantBeTakenKeepsNoOtherOfficerFromTheirSms() {
        AtomicInteger left = new AtomicInteger(1);
        night.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().equals("dynamodb:UpdateItem") && left.getAndDecrement() == 1) {
                    throw Refusals.internal(call);
                }
            }
        });
        night.tell(night.tip(Priority.CRITICAL));
        assertThat(night.sms()).hasSize(1);
        assertThat(night.journal()).contains("ring-failed", "\"RecordsFailed\":1");
        night.pass(1);
        assertThat(night.numbers()).containsExactlyInAnyOrder(OF_KURUD.number(), Night.OF_CONTROL_ROOM.number());
    }

    @Test
    void anOfficerWhoLeftTheRosterBeforeTheSecondTryIsReplacedByTheControlRoom() {
        night.aws.calls().failBy(throttledTimes(3));
        night.tell(night.tip(Priority.HIGH));
        night.roster().replaceBy(List.of());
        night.pass(1);
        assertThat(night.numbers()).containsExactly(CONTROL_ROOM_NUMBER);
    }

    @Test
    void aLeaseOutlivesTheFunctionThatTookIt() throws IOException {
        String template = Files.readString(Path.of("../../template.yaml"));
        Matcher timeout = Pattern.compile("\\n    Timeout: ([0-9]+)\\n").matcher(template);
        assertThat(timeout.find()).isTrue();
        assertThat(Ringing.LEASE).isGreaterThan(Duration.ofSeconds(Long.parseLong(timeout.group(1))));
    }

    @Test
    void aProcessKilledAfterTheSmsSendsASecondOneOnlyAfterTheLease() {
        night.aws.calls().failBy(new Fault() {
            @Override
            public void after(Call call) {
                if (publishes(call)) {
                    throw new Killed();
                }
            }
        });
        Tip tip = night.tip(Priority.HIGH);
        assertThatThrownBy(() -> night.tell(tip)).isInstanceOf(Killed.class);
        night.aws.calls().failBy(Fault.NONE);
        night.tell(tip);
        night.clock.move(Ringing.LEASE.minusMillis(1));
        night.sweep();
        assertThat(night.sms()).hasSize(1);

        night.clock.move(Duration.ofMillis(1));
        night.sweep();
        night.pass(1);
        assertThat(night.sms()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Query", PUBLISH})
    void aProcessKilledAnywhereStillWakesEachOfficer(String operation) {
        for (int nth = 1; nth <= 4; nth++) {
            night.begin();
            AtomicInteger left = new AtomicInteger(nth);
            night.aws.calls().failBy(new Fault() {
                @Override
                public void before(Call call) {
                    if (call.operation().equals(operation) && left.decrementAndGet() == 0) {
                        throw new Killed();
                    }
                }
            });
            Tip tip = night.tip(Priority.CRITICAL);
            try {
                night.tell(tip);
            } catch (Killed _) {
                night.aws.calls().failBy(Fault.NONE);
                night.tell(tip);
            }
            night.aws.calls().failBy(Fault.NONE);
            night.pass(2);
            // a process that dies before it noted an SMS leaves nobody who knows of it: then a second one is right
            int most = operation.equals("dynamodb:UpdateItem") ? 3 : 2;
            assertThat(night.numbers())
                    .as("killed at %s number %d", operation, nth)
                    .contains(OF_KURUD.number(), Night.OF_CONTROL_ROOM.number())
                    .hasSizeBetween(2, most);
        }
    }

    @Test
    @Tag("long")
    void oneRecordHandledByFourAtOnceIsOneSmsAnOfficer() throws Exception {
        for (int round = 0; round < 5; round++) {
            night.begin();
            Tip tip = night.tip(Priority.CRITICAL);
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService four = Executors.newFixedThreadPool(4)) {
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    all.add(four.submit(() -> {
                        start.await();
                        return night.tell(tip);
                    }));
                }
                start.countDown();
                for (Future<?> one : all) {
                    one.get();
                }
            }
            night.sweep();
            assertThat(night.numbers()).containsExactlyInAnyOrder(OF_KURUD.number(), Night.OF_CONTROL_ROOM.number());
        }
    }

    private static Fault aFifth(Random chance, String service) {
        return new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().startsWith(service) && chance.nextInt(5) == 0) {
                    throw chance.nextBoolean() ? Refusals.throttled(call) : Refusals.internal(call);
                }
            }
        };
    }

    private List<Tip> tips(int howMany) {
        List<Tip> tips = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            Tip tip = night.tip(Priority.CRITICAL);
            tips.add(tip);
            // the stream tells again until it hears no failure
            while (!night.tell(tip).get("batchItemFailures").isEmpty()) {
                night.clock.move(Duration.ofMillis(200));
            }
        }
        return tips;
    }

    private void everyTipWasTold(List<Tip> tips) {
        for (Tip tip : tips) {
            assertThat(night.sms())
                    .as("tip %s", tip.reference())
                    .anyMatch(sms -> sms.phone().equals(OF_KURUD.number())
                            && sms.text().contains(tip.reference().text()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Tag("long")
    void whenSnsFailsAFifthOfItsCallsEachOfficerGetsEachTipOnce(long seed) {
        night.aws.calls().failBy(aFifth(new Random(seed), "sns"));
        List<Tip> tips = tips(20);
        night.pass(8);

        // thana, control room, head and SDOP
        assertThat(night.sms())
                .hasSize(4 * tips.size())
                .extracting(sms -> sms.phone() + sms.text())
                .doesNotHaveDuplicates();
        everyTipWasTold(tips);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Tag("long")
    void whenAFifthOfAllCallsFailEveryTipIsStillTold(long seed) {
        night.aws.calls().failBy(aFifth(new Random(seed), ""));
        List<Tip> tips = tips(5);
        for (int minute = 0; minute < 8; minute++) {
            night.clock.move(Duration.ofMinutes(1));
            sweepUntilItWorks();
        }
        everyTipWasTold(tips);
    }

    /** A schedule's call that fails is made again by Lambda. */
    private void sweepUntilItWorks() {
        for (int calls = 0; calls < 20; calls++) {
            try {
                night.sweep();
                return;
            } catch (DynamoDbException _) {
                night.clock.move(Duration.ofMillis(500));
            }
        }
    }

    @Test
    void anSmsThatCantHaveItsLinkGoesAllTheSame() {
        night.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().startsWith("ssm:")) {
                    throw Fault.timeout();
                }
            }
        });
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);

        assertThat(night.sms())
                .singleElement()
                .satisfies(sms -> assertThat(sms.text())
                        .contains("https://localhost:3000/a/" + tip.reference(), "ACK " + tip.reference()));
        assertThat(night.journal()).contains("no-link");
    }
}
