package in.suchna.alert;

import in.suchna.duty.District;
import in.suchna.duty.Officer;
import in.suchna.duty.Stretch;
import in.suchna.duty.Unit;
import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.store.GapWarnings;
import in.suchna.store.Roster;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks each hour for gaps of the roster that begin within two days, and tells the control room of each once: by an alarm,
 * and by one SMS for all that are new, where its text is registered.
 */
final class GapWatch {

    /** How far it looks ahead: a day is left to mend the roster. */
    static final int HOURS_AHEAD = 48;

    // gaps are measured in whole weeks, so that one that lasts for ever is told once a week and not each hour
    private static final int WEEKS_BEFORE = 1;
    private static final int WEEKS_AFTER = 4;

    private final Roster roster;
    private final GapWarnings warnings;
    private final District district;
    private final Optional<Post> post;
    private final Clock clock;
    private final ZoneId zone;
    private final Journal journal;

    /**
     * How the control room is told by SMS.
     *
     * @param channel with the gap text's registration
     * @param text the gap text
     * @param controlRoom whose number it is
     */
    record Post(SmsChannel channel, GapText text, Officer controlRoom) {}

    private record Gap(Unit unit, Stretch stretch) {}

    /** @param post empty where no text for it is registered: then only the alarm tells */
    GapWatch(
            Roster roster,
            GapWarnings warnings,
            District district,
            Optional<Post> post,
            Clock clock,
            ZoneId zone,
            Journal journal) {
        this.roster = roster;
        this.warnings = warnings;
        this.district = district;
        this.post = post;
        this.clock = clock;
        this.zone = zone;
        this.journal = journal;
    }

    /**
     * Tells what is new.
     *
     * @return how many gaps begin within two days, told before or now
     */
    int look(Instant deadline) {
        Instant now = clock.instant();
        List<Gap> ahead = district.units().stream()
                .flatMap(unit -> ahead(unit, LocalDateTime.ofInstant(now, zone)).stream())
                .sorted(Comparator.comparing(gap -> gap.stretch().from()))
                .toList();
        List<Gap> fresh = ahead.stream()
                .filter(gap -> warnings.claim(gap.unit(), gap.stretch(), now))
                .toList();
        fresh.forEach(gap -> journal.count(Signal.GAP_AHEAD, factsOf(gap)));
        if (!fresh.isEmpty() && told(fresh, deadline)) {
            fresh.forEach(gap -> warnings.told(gap.unit(), gap.stretch(), now));
        }
        return ahead.size();
    }

    private List<Gap> ahead(Unit unit, LocalDateTime now) {
        LocalDate monday = now.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return roster
                .planOf(unit)
                .gaps(
                        monday.minusWeeks(WEEKS_BEFORE).atStartOfDay(),
                        monday.plusWeeks(WEEKS_AFTER).atStartOfDay())
                .stream()
                .filter(gap -> gap.to().isAfter(now) && gap.from().isBefore(now.plusHours(HOURS_AHEAD)))
                .map(gap -> new Gap(unit, gap))
                .toList();
    }

    private boolean told(List<Gap> fresh, Instant deadline) {
        if (post.isEmpty()) {
            return true;
        }
        Post to = post.get();
        Gap first = fresh.getFirst();
        String sms = to.text().of(first.unit(), first.stretch(), fresh.size() - 1);
        return switch (to.channel().send(to.controlRoom().number(), sms, deadline)) {
            case Handover.Taken _ -> true;
            case Handover.NotNow(String code) -> untold(first, code);
            case Handover.Refused(String code) -> untold(first, code);
        };
    }

    /** The claim runs out, and the next look tells again. */
    private boolean untold(Gap gap, String code) {
        journal.note("gap-sms-failed", Map.of("unit", gap.unit().name(), "code", code));
        journal.count(Signal.ALERT_FAILED, factsOf(gap));
        return false;
    }

    private static Map<String, Object> factsOf(Gap gap) {
        return Map.of(
                "unit", gap.unit().name(),
                "from", gap.stretch().from(),
                "minutes", gap.stretch().length().toMinutes());
    }
}
