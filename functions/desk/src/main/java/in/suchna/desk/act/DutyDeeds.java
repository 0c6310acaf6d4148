package in.suchna.desk.act;

import in.suchna.duty.DutyChange;
import in.suchna.duty.DutyPlan;
import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.journal.Journal;
import in.suchna.ledger.Digest;
import in.suchna.store.Roster;
import in.suchna.widget.call.Call;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes a unit's roster, on the plan that was seen: who is second is told so and changes nothing. Officers who are not on
 * the roster yet come by its file, since no number is written at the desk.
 */
public final class DutyDeeds {
    /** The parameter that names the deed. */
    public static final String DO = "do";

    /** The parameter with what was seen of the plan. */
    public static final String SEEN = "seen";

    /** The parameter with the key of the shift, or of the leave or swap, to be taken away. */
    public static final String KEY = "key";

    /** The deeds. */
    public static final String ADD_SHIFT = "add-shift";

    public static final String TAKE_SHIFT = "take-shift";
    public static final String ADD_CHANGE = "add-change";
    public static final String TAKE_CHANGE = "take-change";

    /** The fields of the forms. */
    public static final String OFFICER = "duty-officer";

    public static final String DAYS = "duty-days";
    public static final String FROM = "duty-from";
    public static final String TO = "duty-to";
    public static final String AWAY = "change-away";
    public static final String INSTEAD = "change-instead";
    public static final String BEGIN = "change-begin";
    public static final String END = "change-end";

    /** In which units who is away is away: {@link #EVERYWHERE}, or nothing for the unit alone. */
    public static final String WHERE = "change-where";

    public static final String EVERYWHERE = "all";

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int SHORT = 16;

    private final Roster roster;
    private final Journal journal;

    public DutyDeeds(Roster roster, Journal journal) {
        this.roster = roster;
        this.journal = journal;
    }

    /** What was seen of a plan, as a short word that changes with it. */
    public static String seen(DutyPlan plan) {
        String all = Stream.concat(
                        plan.shifts().stream().map(shift -> shift.key() + "#" + shift.to()),
                        plan.changes().stream().map(change -> change.key() + "#" + change.to()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Digest.of(all).substring(0, SHORT);
    }

    /**
     * Does what the call asks for with a unit's plan; empty when it asks for nothing.
     *
     * @param plans every unit's plan, for a leave of all units at once
     */
    public Optional<Outcome> act(
            Call call, DutyPlan plan, Collection<DutyPlan> plans, Collection<Officer> everyone, ZoneId zone) {
        return call.param(DO).map(deed -> {
            try {
                mustBe(call.param(SEEN).equals(Optional.of(seen(plan))), "duty-changed");
                mustBe(write(deed, call, plan, plans, everyone, zone).getAsBoolean(), "duty-changed");
                journal.note(
                        "roster-changed",
                        Map.of("deed", deed, "unit", plan.unit().name(), "request", call.request()));
                return Outcome.done(deed);
            } catch (Refused e) {
                return e.outcome();
            }
        });
    }

    private BooleanSupplier write(
            String deed,
            Call call,
            DutyPlan plan,
            Collection<DutyPlan> plans,
            Collection<Officer> everyone,
            ZoneId zone) {
        return switch (deed) {
            case ADD_SHIFT -> {
                Shift shift = shift(call, plan, everyone);
                yield () -> roster.add(shift);
            }
            case ADD_CHANGE -> {
                DutyChange change = change(call, plan, everyone, LocalDateTime.ofInstant(call.now(), zone));
                if (!call.field(WHERE).equals(Optional.of(EVERYWHERE))) {
                    yield () -> roster.add(change);
                }
                List<DutyChange> all = everywhere(change, plans);
                yield () -> roster.addAll(all);
            }
            case TAKE_SHIFT -> {
                Shift shift = plan.shifts().stream()
                        .filter(one -> call.param(KEY).equals(Optional.of(one.key())))
                        .findFirst()
                        .orElseThrow(() -> new Refused("duty-changed"));
                yield () -> roster.take(shift);
            }
            case TAKE_CHANGE -> {
                DutyChange change = plan.changes().stream()
                        .filter(one -> call.param(KEY).equals(Optional.of(one.key())))
                        .findFirst()
                        .orElseThrow(() -> new Refused("duty-changed"));
                yield () -> roster.take(change);
            }
            default -> throw new Refused("unknown");
        };
    }

    private static Shift shift(Call call, DutyPlan plan, Collection<Officer> everyone) {
        Officer officer = officer(call.field(OFFICER), everyone).orElseThrow(() -> new Refused("no-officer"));
        Set<DayOfWeek> days = days(call.field(DAYS).orElse(""));
        Optional<LocalTime> from = call.field(FROM).flatMap(DutyDeeds::time);
        Optional<LocalTime> to = call.field(TO).flatMap(DutyDeeds::time);
        mustBe(from.isPresent() && to.isPresent(), "duty-time");
        Shift shift = new Shift(plan.unit(), officer, days, from.orElseThrow(), to.orElseThrow());
        mustBe(plan.shifts().stream().noneMatch(one -> one.key().equals(shift.key())), "duty-there");
        return shift;
    }

    private static DutyChange change(Call call, DutyPlan plan, Collection<Officer> everyone, LocalDateTime now) {
        Optional<String> away = call.field(AWAY);
        mustBe(away.isEmpty() || away.flatMap(plan::officer).isPresent(), "no-officer");
        Optional<Officer> instead = officer(call.field(INSTEAD), everyone);
        mustBe(call.field(INSTEAD).isEmpty() || instead.isPresent(), "no-officer");
        mustBe(away.isPresent() || instead.isPresent(), "change-nobody");
        mustBe(!away.equals(instead.map(Officer::id)), "change-self");
        Optional<LocalDateTime> begin = call.field(BEGIN).flatMap(DutyDeeds::moment);
        Optional<LocalDateTime> end = call.field(END).flatMap(DutyDeeds::moment);
        mustBe(
                begin.isPresent()
                        && end.isPresent()
                        && begin.get().isBefore(end.get())
                        && end.get().isAfter(now)
                        && begin.get().plus(LONGEST).isAfter(end.get()),
                "change-dates");
        DutyChange change = new DutyChange(plan.unit(), begin.orElseThrow(), end.orElseThrow(), away, instead);
        mustBe(plan.changes().stream().noneMatch(one -> one.key().equals(change.key())), "duty-there");
        return change;
    }

    /** The same change in each unit in whose week the officer is, but for those which have it. */
    private static List<DutyChange> everywhere(DutyChange change, Collection<DutyPlan> plans) {
        String away = change.away().orElseThrow(() -> new Refused("change-nobody-away"));
        return plans.stream()
                .filter(plan -> plan.officer(away).isPresent())
                .filter(plan ->
                        plan.changes().stream().noneMatch(had -> had.key().equals(change.key())))
                .map(plan -> new DutyChange(plan.unit(), change.from(), change.to(), change.away(), change.instead()))
                .toList();
    }

    private static Optional<Officer> officer(Optional<String> id, Collection<Officer> everyone) {
        return id.flatMap(wanted ->
                everyone.stream().filter(officer -> officer.id().equals(wanted)).findFirst());
    }

    /** Days by their numbers, Monday 1, such as {@code 12345}. */
    private static Set<DayOfWeek> days(String numbers) {
        mustBe(numbers.matches("[1-7]{1,7}"), "duty-days");
        return numbers.chars()
                .mapToObj(digit -> DayOfWeek.of(digit - '0'))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    private static Optional<LocalTime> time(String text) {
        String padded = text.length() == 4 ? "0" + text : text;
        try {
            return Optional.of(
                    LocalTime.parse(padded.equals("24:00") ? "00:00" : padded).withSecond(0));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** As a browser's field for a day and a time gives it, or as people write it. */
    private static Optional<LocalDateTime> moment(String text) {
        String[] parts = text.split("[T ]+", 2);
        try {
            return Optional.of(
                    LocalDateTime.parse(String.join("T", Arrays.asList(parts))).withSecond(0));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static void mustBe(boolean right, String otherwise) {
        if (!right) {
            throw new Refused(otherwise);
        }
    }
}
