package in.suchna.alert;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Channel;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Ladder;
import in.suchna.duty.Ladders;
import in.suchna.duty.Officer;
import in.suchna.duty.RosterFile;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.localaws.policy.Refusals;
import in.suchna.localaws.sms.Sms;
import in.suchna.outbox.Outgoing;
import in.suchna.store.Ground;
import in.suchna.store.Outbox;
import in.suchna.store.Retention;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A district's time, faked: its shipped roster, 10,000 tips a month, a fifth of all SMS and WhatsApp calls failing, a fifth of
 * the SMS that SNS took and of the messages that WhatsApp got not delivered, officers ignoring half of what they get. The suite plays 120 tips; {@code -DargLine=-Dmonth.tips=10000} the whole month.
 */
class DistrictMonthTest {
    private static final int TIPS = Integer.getInteger("month.tips", 120);
    private static final double MINUTES_BETWEEN_TIPS = 30 * 24 * 60 / 10_000.0;
    private static final Ladders LADDERS = Ladders.ofResources();
    private static final int NOT_ON_WHATSAPP = 131026;
    private static final List<String> THANAS = List.of("Kurud", "Nagri", "Rudri", "Arjuni", "Bhakhara", "Magarlod");

    private final Random chance = new Random(20_261_124);
    private final Map<Reference, Tip> urgent = new HashMap<>();
    private final PriorityQueue<Word> words = new PriorityQueue<>(Comparator.comparing(Word::at));
    private int heard;
    private int undelivered;
    private int unsaid;

    private record Word(Instant at, Reference tip, String officer, boolean onMyWay) {}

    @Test
    void everyUrgentTipIsAcknowledgedOrAtTheTopOfItsLadderWithAnAlarm() throws IOException {
        try (Night night = new Night()) {
            night.begin();
            night.roster().replaceBy(RosterFile.read(Path.of("roster.csv")));
            night.aws.calls().failBy(aFifthFails());
            long begun = System.nanoTime();
            play(night);
            night.aws.calls().failBy(Fault.NONE);
            whatsAppFailsWithoutHarm(night);
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            check(night);
            assertThat(undelivered).isPositive();
            assertThat(unsaid).isPositive();
            System.out.println(
                    "month: %d tips, %d urgent, %d SMS, of which %d not delivered, %d WhatsApp messages failed, played in %d s"
                            .formatted(TIPS, urgent.size(), night.sms().size(), undelivered, unsaid, seconds));
        }
    }

    private Fault aFifthFails() {
        Random faults = new Random(7);
        return new Fault() {
            @Override
            public void before(Call call) {
                boolean channel = call.operation().equals("sns:Publish")
                        || call.accesses().stream()
                                .anyMatch(access -> access.resource().contains("Outbox"));
                if (channel && faults.nextInt(5) == 0) {
                    throw Refusals.throttled(call);
                }
            }
        };
    }

    private void play(Night night) {
        Alerting alerting = night.alerting();
        double next = 0;
        int told = 0;
        Instant begin = Night.BEGIN;
        for (int minute = 0; told < TIPS || isUnfinished(night); minute++) {
            // between two sweeps, in order: tips come, officers answer
            for (; told < TIPS && next < minute; next += MINUTES_BETWEEN_TIPS * 2 * chance.nextDouble()) {
                night.clock.set(latest(night, begin.plusMillis((long) (next * 60_000))));
                tell(night, alerting);
                told++;
            }
            night.clock.set(begin.plus(Duration.ofMinutes(minute)));
            answer(night);
            night.sweep(alerting);
            read(night, alerting);
        }
    }

    private static Instant latest(Night night, Instant at) {
        return at.isAfter(night.clock.instant()) ? at : night.clock.instant();
    }

    private boolean isUnfinished(Night night) {
        Instant end = night.clock.instant().plus(Duration.ofDays(400));
        return !words.isEmpty()
                || !night.climbs().due(end, 1).isEmpty()
                || !night.alerts().due(end, 1).isEmpty();
    }

    private void tell(Night night, Alerting alerting) {
        int kind = chance.nextInt(10);
        Priority priority = kind == 0 ? Priority.CRITICAL : kind < 3 ? Priority.HIGH : Priority.NORMAL;
        Optional<Thana> thana = chance.nextInt(8) == 0
                ? Optional.empty()
                : Optional.of(new Thana(THANAS.get(chance.nextInt(THANAS.size()))));
        Category category = chance.nextInt(10) == 0 ? Category.LIQUOR_NARCOTICS : Category.VIOLENCE;
        Tip tip = night.tip(priority, category, thana);
        // the template's filter lets no other through
        if (priority.wakesAnOfficer()) {
            urgent.put(tip.reference(), tip);
            night.tell(alerting, null, tip);
            read(night, alerting);
        }
    }

    /** Officers read their phones; half of the SMS they ignore. */
    private void read(Night night, Alerting alerting) {
        List<Sms> all = night.sms();
        for (Sms sms : all.subList(heard, all.size())) {
            if (chance.nextInt(5) == 0) {
                undelivered(night, alerting, sms);
            } else if (chance.nextBoolean()) {
                Reference reference = Reference.findIn(sms.text()).orElseThrow();
                night.alerts().of(reference).stream()
                        .filter(alert -> alert.state() == AlertState.SENT)
                        .max(Comparator.comparingInt(Alert::rung))
                        .ifPresent(alert -> words.add(new Word(
                                night.clock.instant().plusSeconds(30 + chance.nextInt(400)),
                                reference,
                                alert.officerId(),
                                chance.nextInt(3) == 0)));
            }
        }
        heard = all.size();
    }

    /** SNS logs that it could not deliver one: where people do not have the tip yet, the control room has a row at once. */
    private void undelivered(Night night, Alerting alerting, Sms sms) {
        List<Alert> awaiting = night.alerts().awaiting(sms.messageId());
        night.logged(alerting, "DATA_MESSAGE", Night.outcome(sms.messageId(), "FAILURE", sms.phone()));
        for (Alert alert : awaiting) {
            boolean tells = night.climbs()
                    .find(alert.reference(), alert.raise())
                    .orElseThrow()
                    .state()
                    .stillTells();
            if (tells && alert.state() == AlertState.SENT) {
                undelivered++;
                assertThat(night.alerts().of(alert.reference()))
                        .as("%s", alert)
                        .anyMatch(room -> room.officerId().equals(Officer.CONTROL_ROOM_ID)
                                && room.raise() == alert.raise()
                                && room.rung() == alert.rung());
            }
        }
    }

    /** Reply gives up a fifth of the messages for good: each officer's SMS of that rung went its own way, not after it. */
    private void whatsAppFailsWithoutHarm(Night night) {
        Outbox outbox = new Outbox(night.aws.dynamo(), night.aws.table("Outbox"), Retention.ofDays(400));
        for (Outgoing row : night.outbox()) {
            if (chance.nextInt(5) == 0) {
                Instant now = night.clock.instant();
                Outgoing claimed =
                        outbox.claim(row, now.plusSeconds(60)).orElseThrow().outgoing();
                assertThat(outbox.failed(Ground.Lease.of(claimed), NOT_ON_WHATSAPP, now))
                        .isTrue();
                String[] parts = row.id().split("-", 6);
                assertThat(night.alerts().of(new Reference(parts[2])))
                        .as("%s", row.id())
                        .anyMatch(alert ->
                                alert.key().replace('#', '-').equals(parts[3] + "-" + parts[4] + "-" + parts[5])
                                        && !alert.createdAt().isAfter(row.createdAt()));
                unsaid++;
            }
        }
    }

    private void answer(Night night) {
        while (!words.isEmpty() && !words.peek().at().isAfter(night.clock.instant())) {
            Word word = words.remove();
            night.acknowledgements().acknowledge(word.tip(), word.officer(), word.onMyWay(), word.at(), Channel.LINK);
        }
    }

    private void check(Night night) {
        List<String> exhausted = new ArrayList<>();
        Map<String, Integer> rows = new HashMap<>();
        for (Tip tip : urgent.values()) {
            Climb climb = night.climbs().find(tip.reference(), 0).orElseThrow();
            assertThat(climb.state()).as("%s", tip.reference()).isIn(ClimbState.ACKNOWLEDGED, ClimbState.EXHAUSTED);
            if (climb.state() == ClimbState.EXHAUSTED) {
                exhausted.add(tip.reference().text());
            }
            Ladder ladder = LADDERS.of(climb);
            for (Alert alert : night.alerts().of(tip.reference())) {
                onTime(climb, ladder, alert);
                rows.merge(tip.reference() + numberOf(night, alert), 1, Integer::sum);
            }
        }
        String journal = night.journal();
        assertThat(exhausted)
                .allSatisfy(reference -> assertThat(journal.lines()
                                .filter(line -> line.contains("\"LaddersExhausted\":1") && line.contains(reference)))
                        .hasSize(1));
        Map<String, Integer> sent = new HashMap<>();
        night.sms()
                .forEach(sms -> sent.merge(Reference.findIn(sms.text()).orElseThrow() + sms.phone(), 1, Integer::sum));
        assertThat(sent)
                .allSatisfy((key, times) -> assertThat(times)
                        .as("SMS of %s", key.substring(0, Reference.LENGTH))
                        .isLessThanOrEqualTo(rows.getOrDefault(key, 0)));
        assertThat(exhausted.size()).isLessThan(urgent.size() / 2);
    }

    /** No rung early, none later than a minute; but for the word that a ladder is exhausted, on a rung above the last. */
    private static void onTime(Climb climb, Ladder ladder, Alert alert) {
        Duration after = alert.rung() < ladder.rungs().size()
                ? ladder.rungs().get(alert.rung()).after()
                : ladder.exhausted();
        Instant due = climb.urgentSince().plus(after);
        assertThat(alert.createdAt()).as("rung %d", alert.rung()).isAfterOrEqualTo(due);
        boolean insteadOfAnother = alert.officerId().equals(Officer.CONTROL_ROOM_ID);
        if (!insteadOfAnother) {
            assertThat(alert.createdAt()).isBeforeOrEqualTo(due.plusSeconds(60));
        }
    }

    private static String numberOf(Night night, Alert alert) {
        return alert.officerId().equals(Officer.CONTROL_ROOM_ID)
                ? Night.CONTROL_ROOM_NUMBER
                : night.roster()
                        .officer(alert.unit(), alert.officerId())
                        .orElseThrow()
                        .number();
    }
}
