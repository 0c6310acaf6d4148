package in.suchna.desk.roster;

import in.suchna.desk.act.DutyDeeds;
import in.suchna.desk.act.Outcome;
import in.suchna.duty.District;
import in.suchna.duty.DutyPlan;
import in.suchna.duty.Officer;
import in.suchna.duty.Stretch;
import in.suchna.duty.Unit;
import in.suchna.store.Roster;
import in.suchna.widget.call.Action;
import in.suchna.widget.call.Call;
import in.suchna.widget.call.View;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is on call now, unit by unit, and where the next 24 hours have a gap; a unit's shifts, leaves and swaps. */
public final class RosterView implements View {

    /** The widget's name in its parameters. */
    public static final String NAME = "roster";

    /** The parameter that names a unit. */
    public static final String UNIT = "unit";

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final Roster roster;
    private final District district;
    private final DutyDeeds deeds;

    public RosterView(Roster roster, District district, DutyDeeds deeds) {
        this.roster = roster;
        this.district = district;
        this.deeds = deeds;
    }

    @Override
    public Markup show(Call call, Phrases phrases) {
        LocalDateTime now = LocalDateTime.ofInstant(call.now(), phrases.zone());
        Map<Unit, DutyPlan> plans = roster.plans();
        Optional<Unit> asked = call.param(UNIT).map(Unit::new).filter(district.units()::contains);
        return asked.map(unit -> unit(unit, plans, now, call, phrases))
                .orElseGet(() -> overview(plans, now, call, phrases));
    }

    private static DutyPlan planOf(Unit unit, Map<Unit, DutyPlan> plans) {
        return plans.getOrDefault(unit, new DutyPlan(unit, List.of(), List.of()));
    }

    private Markup unit(Unit unit, Map<Unit, DutyPlan> read, LocalDateTime now, Call call, Phrases phrases) {
        Optional<Outcome> outcome = deeds.act(call, planOf(unit, read), read.values(), everyone(read), phrases.zone());
        Map<Unit, DutyPlan> plans = outcome.filter(Outcome::done).isPresent() ? roster.plans() : read;
        DutyPlan plan = planOf(unit, plans);
        Element head = Element.of("div", "tip-head", new Markup[0])
                .add(Element.of("h2", "heading", unit.name()))
                .add(Action.again(call, NAME).button(phrases.of("roster.back")));
        Element body = Element.of("tbody").add(row(unit, DayAhead.of(plan, now), call, phrases));
        Markup said = outcome.map(came -> came.markup(phrases)).orElseGet(Markup::nothing);
        Action again = Action.again(call, NAME).with(UNIT, unit.name());
        return Element.of(
                "div",
                "unit",
                head,
                said,
                Element.of("table", "roster", head(phrases), body),
                new UnitCard(plan, everyone(plans), again, phrases).markup(now));
    }

    private static Collection<Officer> everyone(Map<Unit, DutyPlan> plans) {
        Map<String, Officer> officers = new LinkedHashMap<>();
        plans.values().stream()
                .flatMap(plan -> plan.officers().stream())
                .sorted(Comparator.comparing(Officer::name).thenComparing(Officer::id))
                .forEach(officer -> officers.putIfAbsent(officer.id(), officer));
        return officers.values();
    }

    private Markup overview(Map<Unit, DutyPlan> plans, LocalDateTime now, Call call, Phrases phrases) {
        Map<Unit, DayAhead> days = new LinkedHashMap<>();
        district.units().forEach(unit -> days.put(unit, DayAhead.of(planOf(unit, plans), now)));
        long gaps = days.values().stream().filter(day -> !day.gaps().isEmpty()).count();
        Element summary = gaps == 0
                ? Element.of("p", "done", phrases.of("roster.full"))
                : Element.of("p", "warning", phrases.of("roster.gaps", gaps));
        Element body = Element.of("tbody");
        days.forEach((unit, day) -> body.add(row(unit, day, call, phrases)));
        return Markup.several(List.of(summary, Element.of("table", "roster", head(phrases), body)));
    }

    private static Element head(Phrases phrases) {
        Element head = Element.of("tr");
        for (String column : List.of("unit", "now", "next")) {
            head.add(Element.of("th", "column-" + column, phrases.of("roster." + column)));
        }
        return Element.of("thead", head);
    }

    private static Markup row(Unit unit, DayAhead day, Call call, Phrases phrases) {
        Element now = Element.of("td", "column-now");
        if (day.onCall().isEmpty()) {
            now.add(Element.of("strong", "gap", "✖ " + phrases.of("roster.nobody")));
        }
        for (Officer officer : day.onCall()) {
            now.add(Element.of("div", "officer", officer.name() + " (" + officer.id() + ")"));
        }
        Element next = Element.of("td", "column-next");
        if (day.gaps().isEmpty()) {
            next.add(Element.of("span", "covered", "✔ " + phrases.of("roster.covered")));
        }
        for (Stretch gap : day.gaps()) {
            next.add(Element.of(
                    "div",
                    "gap",
                    "✖ "
                            + phrases.of(
                                    "roster.gap",
                                    HOUR.format(gap.from()),
                                    HOUR.format(gap.to()),
                                    phrases.lasting(gap.length()))));
        }
        Markup open = Action.again(call, NAME).with(UNIT, unit.name()).on(Element.of("a", "unit-name", unit.name()));
        return Element.of("tr", "row", Element.of("td", "column-unit", open), now, next);
    }
}
