package in.suchna.desk.roster;

import in.suchna.duty.District;
import in.suchna.duty.Officer;
import in.suchna.duty.Stretch;
import in.suchna.duty.Unit;
import in.suchna.store.Roster;
import in.suchna.widget.AtOnce;
import in.suchna.widget.call.Call;
import in.suchna.widget.call.View;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is on call now, unit by unit, and where the next 24 hours have a gap. */
public final class RosterView implements View {

    /** The widget's name in its parameters. */
    public static final String NAME = "roster";

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final Roster roster;
    private final District district;

    public RosterView(Roster roster, District district) {
        this.roster = roster;
        this.district = district;
    }

    @Override
    public Markup show(Call call, Phrases phrases) {
        LocalDateTime now = LocalDateTime.ofInstant(call.now(), phrases.zone());
        Map<Unit, DayAhead> days = new LinkedHashMap<>();
        List<Unit> units = List.copyOf(district.units());
        List<DayAhead> read = AtOnce.read(units, unit -> DayAhead.of(roster.planOf(unit), now));
        for (int i = 0; i < units.size(); i++) {
            days.put(units.get(i), read.get(i));
        }
        long gaps = days.values().stream().filter(day -> !day.gaps().isEmpty()).count();
        Element summary = gaps == 0
                ? Element.of("p", "done", phrases.of("roster.full"))
                : Element.of("p", "warning", phrases.of("roster.gaps", gaps));
        Element head = Element.of("tr");
        for (String column : List.of("unit", "now", "next")) {
            head.add(Element.of("th", "column-" + column, phrases.of("roster." + column)));
        }
        Element body = Element.of("tbody");
        days.forEach((unit, day) -> body.add(row(unit, day, phrases)));
        return Markup.several(List.of(summary, Element.of("table", "roster", Element.of("thead", head), body)));
    }

    private static Markup row(Unit unit, DayAhead day, Phrases phrases) {
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
        return Element.of("tr", "row", Element.of("td", "column-unit", unit.name()), now, next);
    }
}
