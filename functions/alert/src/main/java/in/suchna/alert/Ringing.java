package in.suchna.alert;

import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Climb;
import in.suchna.duty.Officer;
import in.suchna.duty.Unit;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.Alerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Brings alerts to their officer's phone, once; whoever can't be reached, the control room hears of it instead. */
final class Ringing {

    /**
     * How long one that took an alert has it alone; longer than the function may run, so that a second SMS comes only
     * after the first one's sender is dead.
     */
    static final Duration LEASE = Duration.ofSeconds(45);

    /** Claims after which an officer's alert is given up; each is a few tries. The sweep makes one a minute. */
    static final int MOST_CLAIMS = 5;

    /** Claims after which even the control room's is given up. */
    static final int MOST_CLAIMS_OF_CONTROL_ROOM = 60;

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(5);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

    private final Alerts alerts;
    private final Throttle throttle;
    private final CallOut callOut;
    private final SmsChannel channel;
    private final SmsText text;
    private final Linking linking;
    private final Clock clock;
    private final RandomGenerator random;
    private final Journal journal;

    Ringing(
            Alerts alerts,
            Throttle throttle,
            CallOut callOut,
            SmsChannel channel,
            SmsText text,
            Linking linking,
            Clock clock,
            RandomGenerator random,
            Journal journal) {
        this.alerts = alerts;
        this.throttle = throttle;
        this.callOut = callOut;
        this.channel = channel;
        this.text = text;
        this.linking = linking;
        this.clock = clock;
        this.random = random;
        this.journal = journal;
    }

    /** The alert of an officer on a rung, due at once. */
    static Alert alertOf(Climb climb, int rung, String officerId, Unit unit, Instant now) {
        return new Alert(
                climb.reference(),
                climb.raise(),
                rung,
                officerId,
                unit,
                climb.priority(),
                climb.thana(),
                AlertState.PENDING,
                0,
                now,
                now);
    }

    /**
     * An alert and the climb it belongs to.
     *
     * @param alert as it was read or written
     * @param climb one that still tells
     */
    record Call(Alert alert, Climb climb) {}

    /**
     * Sends one SMS for an officer's alerts that are free to be sent, the most urgent in front; those that another has
     * taken, or that wait for their time, are left alone.
     *
     * @param calls of one officer
     * @param officer who that is; empty when they left the roster since
     */
    void ring(List<Call> calls, Optional<Officer> officer, Instant deadline) {
        Instant now = clock.instant();
        List<Call> free = calls.stream()
                .sorted(Comparator.comparing(call -> call.alert().priority()))
                .limit(SmsText.MOST_OTHERS + 1L)
                .toList();
        if (free.isEmpty() || now.isAfter(deadline) || isHeld(free, now)) {
            return;
        }
        List<Call> ours = free.stream()
                .filter(call -> alerts.claim(call.alert(), now.plus(LEASE)))
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        Alert first = ours.getFirst().alert();
        Optional<Instant> held = throttle.beforeSending(first, now);
        if (held.isPresent()) {
            ours.forEach(call -> alerts.again(call.alert(), held.get()));
            return;
        }
        String token = text.hasLink() ? linking.tokenOf(first) : "";
        String sms = text.of(first.priority(), first.reference(), first.thana(), ours.size() - 1, token);
        Handover handover = officer.map(o -> channel.send(o.number(), sms, deadline))
                .orElse(new Handover.Refused("NotOnTheRoster"));
        ours.forEach(call -> note(call, handover, deadline));
        if (handover instanceof Handover.Taken) {
            throttle.afterSending(first, now);
        }
    }

    private boolean isHeld(List<Call> calls, Instant now) {
        Optional<Instant> until = throttle.heldUntil(calls.getFirst().alert(), now);
        until.ifPresent(time -> calls.forEach(call -> {
            alerts.hold(call.alert(), time);
            journal.note("alert-held", factsOf(call.alert(), "pace"));
        }));
        return until.isPresent();
    }

    private void note(Call call, Handover handover, Instant deadline) {
        Alert alert = call.alert();
        int claims = alert.attempts() + 1;
        switch (handover) {
            case Handover.Taken(String providerId) -> {
                alerts.sent(alert, providerId, clock.instant());
                journal.count(Signal.ALERT_SENT, factsOf(alert, "taken"));
            }
            case Handover.NotNow(String code)
            when claims < mostClaims(alert) -> {
                alerts.again(alert, clock.instant().plus(backOff(claims)));
                journal.note("alert-not-now", factsOf(alert, code));
            }
            case Handover.NotNow(String code) -> giveUp(call, code, deadline);
            case Handover.Refused(String code) -> giveUp(call, code, deadline);
        }
    }

    private static int mostClaims(Alert alert) {
        return isOfControlRoom(alert) ? MOST_CLAIMS_OF_CONTROL_ROOM : MOST_CLAIMS;
    }

    private static boolean isOfControlRoom(Alert alert) {
        return alert.officerId().equals(Officer.CONTROL_ROOM_ID);
    }

    private Duration backOff(int claims) {
        Duration full = FIRST_BACK_OFF.multipliedBy(1L << Math.min(claims - 1, 10));
        Duration most = full.compareTo(LONGEST_BACK_OFF) < 0 ? full : LONGEST_BACK_OFF;
        return most.dividedBy(2).plusMillis(random.nextLong(most.dividedBy(2).toMillis()));
    }

    private void giveUp(Call call, String code, Instant deadline) {
        insteadOf(call, code, deadline, () -> alerts.failed(call.alert(), code, clock.instant()));
    }

    /** Notes that an SMS that SNS took did not reach its officer's phone; the control room hears of it at once. */
    void undelivered(Call call, String code, Instant deadline) {
        insteadOf(call, code, deadline, () -> alerts.undelivered(call.alert(), code, clock.instant()));
    }

    private void insteadOf(Call call, String code, Instant deadline, Runnable ending) {
        Alert alert = call.alert();
        // the control room's row and the alarm come first: who dies before the end is noted does both again
        Optional<Officer> instead = isOfControlRoom(alert) ? Optional.empty() : callOut.controlRoomFor(call.climb());
        Optional<Alert> row =
                instead.map(room -> alertOf(call.climb(), alert.rung(), room.id(), Unit.CONTROL_ROOM, clock.instant()));
        row.ifPresent(alerts::raise);
        journal.count(Signal.ALERT_FAILED, factsOf(alert, code));
        ending.run();
        row.ifPresent(r -> ring(List.of(new Call(r, call.climb())), instead, deadline));
    }

    private static Map<String, Object> factsOf(Alert alert, String code) {
        return Map.of(
                "tip", alert.reference().text(),
                "raise", alert.raise(),
                "rung", alert.rung(),
                "officer", alert.officerId(),
                "unit", alert.unit().name(),
                "claims", alert.attempts() + 1,
                "code", code);
    }
}
