package in.suchna.simulate;

import in.suchna.duty.Alert;
import in.suchna.duty.AlertState;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.duty.Ladder;
import in.suchna.duty.Ladders;
import in.suchna.duty.Links;
import in.suchna.duty.Officer;
import in.suchna.duty.Post;
import in.suchna.duty.Unit;
import in.suchna.localaws.sms.Sms;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import in.suchna.store.Roster;
import in.suchna.store.Row;
import in.suchna.store.Tips;
import in.suchna.tip.Tip;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An urgent tip is never silent, and no SMS of a rung is lost or sent twice. */
final class AlertPromises {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);
    // who had begun to tell a rung when the word came may finish
    private static final Duration UNDER_WAY = Duration.ofSeconds(75);

    private final Evening evening;
    private final Links links;
    private final Ladders ladders = Ladders.ofResources();
    private final Roster roster;
    private final List<Row> rows;
    private final Map<String, List<Alert>> alerts;
    private final Map<String, Climb> climbs = new HashMap<>();
    private final Map<String, Town.Rung> bySnsId = new HashMap<>();
    private final List<Violation> broken = new ArrayList<>();

    AlertPromises(Evening evening, String linkSecret) {
        this.evening = evening;
        this.links = new Links(linkSecret.getBytes(StandardCharsets.UTF_8));
        Day day = evening.day();
        this.roster = new Roster(day.tables(), day.aws().table("Roster"));
        this.rows = evening.rows("Alerts");
        this.alerts = rows.stream()
                .filter(Alerts::isOne)
                .filter(row -> row.optional("officer").isPresent())
                .map(Alerts::of)
                .collect(Collectors.groupingBy(alert -> alert.reference().text()));
        rows.stream()
                .filter(Climbs::isOne)
                .map(Climbs::of)
                .forEach(climb -> climbs.put(climb.reference() + "#" + climb.raise(), climb));
        day.town().rung().forEach(rung -> bySnsId.put(rung.sms().messageId(), rung));
    }

    List<Violation> broken() {
        evening.rows("Tips").stream()
                .map(Tips::of)
                .filter(tip -> tip.judgement().priority().wakesAnOfficer())
                .forEach(this::neverSilent);
        climbs.values().forEach(this::climbed);
        rows.stream()
                .filter(Alerts::isOne)
                .filter(row -> row.optional("officer").isPresent())
                .forEach(this::rang);
        noneTwice();
        return broken;
    }

    private void neverSilent(Tip tip) {
        Climb climb = climbs.get(tip.reference() + "#" + tip.raises());
        if (climb == null) {
            if (!evening.isToldAsFailed("Alert.UrgentTips", tip.reference().text())) {
                broken.add(new Violation("an urgent tip climbs its ladder", String.valueOf(tip.reference())));
            }
        } else if (climb.state() == ClimbState.CLIMBING) {
            broken.add(new Violation("a ladder ends", "%s still climbs".formatted(tip.reference())));
        }
        if (climb != null && climb.priority() != tip.judgement().priority()) {
            broken.add(new Violation("a climb has its tip's priority", String.valueOf(tip.reference())));
        }
    }

    private void climbed(Climb climb) {
        Ladder ladder = ladders.of(climb);
        List<Alert> told = alerts.getOrDefault(climb.reference().text(), List.of()).stream()
                .filter(alert -> alert.raise() == climb.raise())
                .toList();
        for (int rung = 0; rung < Math.min(climb.nextRung(), ladder.rungs().size()); rung++) {
            int number = rung;
            if (told.stream().noneMatch(alert -> alert.rung() == number) && !isPassedOver(climb, rung)) {
                broken.add(new Violation(
                        "each rung is told", "%s, rung %d, told nobody".formatted(climb.reference(), rung)));
            }
            Instant due =
                    climb.urgentSince().plus(ladder.rungs().get(rung).after()).minus(CLOCKS_DIFFER);
            told.stream()
                    .filter(alert -> alert.rung() == number && alert.createdAt().isBefore(due))
                    .findFirst()
                    .ifPresent(alert -> broken.add(new Violation(
                            "no rung is told before its time", "%s %s".formatted(climb.reference(), alert.key()))));
        }
        if (climb.state() == ClimbState.EXHAUSTED
                && !evening.isCounted(
                        "LADDER_EXHAUSTED", "tip", climb.reference().text())) {
            broken.add(new Violation("an exhausted ladder is told", String.valueOf(climb.reference())));
        }
        acknowledged(climb, ladder);
        onDuty(climb, ladder, told);
    }

    private boolean isPassedOver(Climb climb, int rung) {
        return evening.journal("rung-passed-over")
                .anyMatch(line ->
                        line.path("tip").asText().equals(climb.reference().text())
                                && line.path("rung").asInt() == rung);
    }

    /** What was said is enough, and then nobody else is told. */
    private void acknowledged(Climb climb, Ladder ladder) {
        if (climb.state() == ClimbState.SUPERSEDED || climb.state() == ClimbState.CLOSED) {
            return;
        }
        Climb again = new Climb(
                climb.reference(),
                climb.raise(),
                climb.priority(),
                climb.category(),
                climb.thana(),
                climb.urgentSince(),
                ClimbState.CLIMBING,
                climb.nextRung(),
                List.of(),
                climb.version());
        Optional<Instant> enough = Optional.empty();
        for (var word : climb.acknowledgements()) {
            again = again.acknowledgedBy(word, ladder);
            if (enough.isEmpty() && again.state() == ClimbState.ACKNOWLEDGED) {
                enough = Optional.of(word.at());
            }
        }
        if (enough.isPresent() != (climb.state() == ClimbState.ACKNOWLEDGED)) {
            broken.add(new Violation(
                    "enough words end a ladder, and nothing else does",
                    "%s is %s".formatted(climb.reference(), climb.state())));
        }
        enough.ifPresent(at -> evening.day().town().rung().stream()
                .map(Town.Rung::sms)
                .filter(sms -> sms.text().contains(climb.reference().text()))
                .filter(sms -> sms.at().isAfter(at.plus(UNDER_WAY)))
                .filter(sms -> isOf(sms, climb))
                .findFirst()
                .ifPresent(sms -> broken.add(new Violation(
                        "who has acknowledged stops the ladder",
                        "%s rang %s after it".formatted(climb.reference(), Duration.between(at, sms.at()))))));
    }

    private boolean isOf(Sms sms, Climb climb) {
        return alerts.getOrDefault(climb.reference().text(), List.of()).stream()
                .anyMatch(alert -> alert.raise() == climb.raise() && sms.text().contains(links.tokenOf(alert)));
    }

    /** The first rung wakes all who are on call for the station, whatever the hour. */
    private void onDuty(Climb climb, Ladder ladder, List<Alert> told) {
        if (climb.isAgainstPolice()
                || climb.thana().isEmpty()
                || !ladder.rungs().getFirst().posts().contains(Post.THANA)) {
            return;
        }
        Unit unit = Unit.of(climb.thana().get());
        // a station that was learnt later is called later
        Optional<Alert> call = told.stream()
                .filter(alert -> alert.rung() == 0)
                .max(Comparator.comparing((Alert alert) -> alert.unit().equals(unit))
                        .thenComparing(Alert::createdAt));
        if (call.isEmpty()) {
            return;
        }
        LocalDateTime then = LocalDateTime.ofInstant(call.get().createdAt(), ZONE);
        // at the turn of a shift, either may be right
        List<Officer> before = roster.onCall(unit, then.minusMinutes(2));
        List<Officer> after = roster.onCall(unit, then.plusMinutes(2));
        before.stream()
                .filter(after::contains)
                .filter(officer ->
                        told.stream().noneMatch(alert -> alert.officerId().equals(officer.id())))
                .forEach(officer -> broken.add(new Violation(
                        "who is on call is told", "%s was not told of %s".formatted(officer.id(), climb.reference()))));
    }

    private void rang(Row row) {
        Alert alert = Alerts.of(row);
        String what = alert.reference() + " " + alert.key();
        if (alert.state() == AlertState.PENDING || alert.state() == AlertState.SENDING) {
            broken.add(new Violation("an alert is sent or given up", "%s is %s".formatted(what, alert.state())));
        }
        boolean noted =
                alert.state() == AlertState.SENT || row.optional("provider").isPresent();
        Town.Rung rung = bySnsId.get(row.optional("provider").orElse(""));
        if (noted && rung == null) {
            broken.add(new Violation("what is noted as rung did ring", String.valueOf(what)));
        }
        if (rung != null && !rung.sms().phone().equals(numberOf(alert))) {
            broken.add(new Violation("an SMS rings its own officer", String.valueOf(what)));
        }
        if (alert.state() == AlertState.FAILED
                && !evening.isCounted("ALERT_FAILED", "tip", alert.reference().text())) {
            broken.add(new Violation("an SMS that is given up is told", String.valueOf(what)));
        }
    }

    private String numberOf(Alert alert) {
        if (alert.officerId().equals(Officer.CONTROL_ROOM_ID)) {
            return evening.day().aws().settingsOf("Alert").text("CONTROL_ROOM_NUMBER");
        }
        return roster.officer(alert.unit(), alert.officerId())
                .map(Officer::number)
                .orElse("");
    }

    /** One tip, officer and rung is one SMS, unless something went wrong with who sent it. */
    private void noneTwice() {
        Map<String, Town.Rung> first = new HashMap<>();
        for (Town.Rung rung : evening.day().town().rung()) {
            String same = rung.sms().phone() + " " + rung.sms().text();
            Town.Rung before = first.put(same, rung);
            if (before != null && !before.by().isHurt()) {
                broken.add(new Violation(
                        "no SMS is sent twice without a fault between",
                        String.valueOf(rung.sms().text())));
            }
        }
    }
}
