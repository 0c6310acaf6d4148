package in.suchna.desk.roster;

import in.suchna.desk.act.DutyDeeds;
import in.suchna.duty.DutyChange;
import in.suchna.duty.DutyPlan;
import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.widget.call.Action;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Choice;
import in.suchna.widget.words.Phrases;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One unit's shifts, leaves and swaps, with the forms that change them.
 *
 * @param plan the unit's plan
 * @param everyone all officers of the roster
 * @param again the action that shows this unit again
 */
record UnitCard(DutyPlan plan, Collection<Officer> everyone, Action again, Phrases phrases) {
    private static final String EVERY_DAY = "1234567";
    private static final List<String> GROUPS = List.of(EVERY_DAY, "12345", "67");

    Markup markup(LocalDateTime now) {
        return Element.of("div", "main", shifts(), changes(now));
    }

    private Markup shifts() {
        Element list = Element.of("ul", "linked", new Markup[0]);
        plan.shifts().stream()
                .sorted(Comparator.comparing(Shift::from).thenComparing(Shift::key))
                .forEach(shift -> list.add(line(
                        words(shift.officer()),
                        daysOf(shift) + ", " + phrases.of("duty.hours", shift.from(), shift.to()),
                        DutyDeeds.TAKE_SHIFT,
                        shift.key())));
        Element card = Element.of("section", "card", Element.of("h3", "title", phrases.of("duty.shifts")));
        card.add(plan.shifts().isEmpty() ? Element.of("p", "gap", "✖ " + phrases.of("duty.no-shifts")) : list);
        return card.add(form(
                DutyDeeds.ADD_SHIFT,
                Choice.of(
                        DutyDeeds.OFFICER,
                        phrases.of("field.officer"),
                        phrases.of("field.choose"),
                        officers(everyone),
                        Optional.empty()),
                Choice.of(
                        DutyDeeds.DAYS,
                        phrases.of("duty.days"),
                        phrases.of("field.choose"),
                        days(),
                        Optional.of(EVERY_DAY)),
                Choice.word(DutyDeeds.FROM, phrases.of("duty.from"), Optional.of("08:00")),
                Choice.word(DutyDeeds.TO, phrases.of("duty.to"), Optional.of("20:00"))));
    }

    private Markup changes(LocalDateTime now) {
        List<DutyChange> ahead = plan.changes().stream()
                .filter(change -> change.to().isAfter(now))
                .sorted(Comparator.comparing(DutyChange::from))
                .toList();
        Element list = Element.of("ul", "linked", new Markup[0]);
        ahead.forEach(change -> list.add(line(
                who(change),
                phrases.of("duty.period", moment(change.from()), moment(change.to())),
                DutyDeeds.TAKE_CHANGE,
                change.key())));
        Element card = Element.of("section", "card", Element.of("h3", "title", phrases.of("duty.changes")));
        card.add(ahead.isEmpty() ? Element.of("p", "hint", phrases.of("duty.no-changes")) : list);
        return card.add(form(
                DutyDeeds.ADD_CHANGE,
                Choice.of(
                        DutyDeeds.AWAY,
                        phrases.of("duty.away"),
                        phrases.of("duty.nobody-away"),
                        officers(plan.officers()),
                        Optional.empty()),
                Choice.of(
                        DutyDeeds.INSTEAD,
                        phrases.of("duty.instead"),
                        phrases.of("duty.nobody-instead"),
                        officers(everyone),
                        Optional.empty()),
                Choice.of(
                        DutyDeeds.WHERE,
                        phrases.of("duty.where"),
                        phrases.of("duty.here"),
                        Map.of(DutyDeeds.EVERYWHERE, phrases.of("duty.everywhere")),
                        Optional.empty()),
                field(DutyDeeds.BEGIN, "duty.begin", now.withMinute(0)),
                field(DutyDeeds.END, "duty.end", now.withMinute(0).plusDays(1))));
    }

    private Markup field(String name, String label, LocalDateTime usual) {
        return Choice.word(
                name,
                phrases.of(label),
                Optional.of(usual.toLocalDate() + " "
                        + usual.toLocalTime().withSecond(0).withNano(0)));
    }

    private Markup line(String who, String when, String deed, String key) {
        return Element.of("li", "duty", new Markup[0])
                .add(Element.of(
                        "div", "duty-words", Element.of("strong", "officer", who), Element.of("div", "hint", when)))
                .add(deed(deed).with(DutyDeeds.KEY, key).button(phrases.of("do." + deed)));
    }

    private Markup form(String deed, Markup... fields) {
        return Element.of("details", "deed-form")
                .add(Element.of("summary", "deed-name", phrases.of("deed." + deed)))
                .add(Element.of("form", "filters duty-form", fields)
                        .add(Element.of("div", "buttons", deed(deed).mainButton(phrases.of("do." + deed)))));
    }

    private Action deed(String deed) {
        return again.with(DutyDeeds.DO, deed)
                .with(DutyDeeds.SEEN, DutyDeeds.seen(plan))
                .asking(phrases.of("sure." + deed));
    }

    private String who(DutyChange change) {
        Optional<String> away =
                change.away().map(id -> plan.officer(id).map(UnitCard::words).orElse(id));
        Optional<String> instead = change.instead().map(UnitCard::words);
        if (away.isPresent() && instead.isPresent()) {
            return phrases.of("duty.covers", instead.get(), away.get());
        }
        return away.map(who -> phrases.of("duty.is-away", who))
                .orElseGet(() -> phrases.of("duty.comes-too", instead.orElse("")));
    }

    private String moment(LocalDateTime at) {
        return phrases.moment(at.atZone(phrases.zone()).toInstant());
    }

    private static String words(Officer officer) {
        return officer.name() + " (" + officer.id() + ")";
    }

    private static Map<String, String> officers(Collection<Officer> some) {
        Map<String, String> officers = new LinkedHashMap<>();
        some.forEach(officer -> officers.putIfAbsent(officer.id(), words(officer)));
        return officers;
    }

    private Map<String, String> days() {
        Map<String, String> days = new LinkedHashMap<>();
        GROUPS.forEach(group -> days.put(group, phrases.of("days." + group)));
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(Integer.toString(day.getValue()), phrases.of("days." + day.getValue()));
        }
        return days;
    }

    private String daysOf(Shift shift) {
        String numbers = shift.days().stream()
                .sorted()
                .map(day -> Integer.toString(day.getValue()))
                .collect(Collectors.joining());
        return phrases.optional("days." + numbers)
                .orElseGet(() -> numbers.chars()
                        .mapToObj(digit -> phrases.of("days." + (digit - '0')))
                        .collect(Collectors.joining(", ")));
    }
}
