package in.suchna.desk.figures;

import in.suchna.figures.DayFigures;
import in.suchna.figures.Marks;
import in.suchna.figures.Spread;
import in.suchna.store.Figures;
import in.suchna.tip.Category;
import in.suchna.tip.Disposition;
import in.suchna.widget.call.Action;
import in.suchna.widget.call.Call;
import in.suchna.widget.call.View;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Choice;
import in.suchna.widget.words.Phrases;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Figures of the dashboard's time range, or of one month as a page to print. */
public final class FiguresView implements View {

    /** The widget's name in its parameters. */
    public static final String NAME = "figures";

    private static final String FORMAT = "format";
    private static final String CSV = "csv";
    private static final int MONTHS = 13;
    private static final int PERCENT = 100;
    private static final int WIDE = 700;
    private static final int NARROWEST = 300;
    // as the style sheet lays the cards of bars side by side
    private static final int CARD = 380;
    private static final int GAP = 12;
    private static final int PADDING = 40;
    private static final int PRINTED = 900;

    private final Figures figures;

    public FiguresView(Figures figures) {
        this.figures = figures;
    }

    @Override
    public Markup show(Call call, Phrases phrases) {
        Period period = Period.of(call, phrases.zone());
        List<DayFigures> days = period.days(figures);
        if (call.param(FORMAT).filter(CSV::equals).isPresent()) {
            return table(days, period, phrases);
        }
        DayFigures all = DayFigures.sum(period.first(), days);
        // a page to print is as wide as paper, but on a telephone
        int shown = Math.max(NARROWEST, call.width() - 24);
        int width = period.month().isPresent() && shown > WIDE ? PRINTED : shown;
        Element page = Element.of("article", period.month().isPresent() ? "figures report" : "figures", new Markup[0])
                .add(Element.of("h2", "heading", heading(period, phrases)))
                .add(tiles(all, days, phrases))
                .add(card("by-day", Columns.of(days, width, phrases), phrases).add(legend(phrases)))
                .add(Element.of(
                        "div",
                        "pair",
                        bars("by-category", categories(all, phrases), width, phrases),
                        bars("by-thana", thanas(all, phrases), width, phrases),
                        bars("by-disposition", dispositions(all, phrases), width, phrases)))
                .add(Element.of("p", "hint", phrases.of("figures.note")));
        return Markup.several(List.of(form(call, period, phrases), page));
    }

    private static String heading(Period period, Phrases phrases) {
        return period.month()
                .map(month -> phrases.of("figures.month", phrases.month(month.getMonth()), month.getYear()))
                .orElseGet(() ->
                        phrases.of("figures.period", full(period.first(), phrases), full(period.last(), phrases)));
    }

    private static String full(LocalDate day, Phrases phrases) {
        return Columns.dayOf(day, phrases) + " " + day.getYear();
    }

    private static Markup form(Call call, Period period, Phrases phrases) {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(call.now(), phrases.zone()));
        Map<String, String> months = new LinkedHashMap<>();
        for (int back = 0; back < MONTHS; back++) {
            YearMonth month = now.minusMonths(back);
            months.put(month.toString(), phrases.month(month.getMonth()) + " " + month.getYear());
        }
        Action again = Action.again(call, NAME);
        Optional<String> chosen = period.month().map(YearMonth::toString);
        return Element.of("form", "filters")
                .add(Choice.of(Period.MONTH, phrases.of("figures.report"), phrases.of("figures.range"), months, chosen))
                .add(Element.of(
                        "div",
                        "buttons",
                        again.with("use", "form").mainButton(phrases.of("filter.show")),
                        again.with(Period.MONTH, chosen)
                                .with(FORMAT, CSV)
                                .inPopup()
                                .button(phrases.of("figures.csv"))));
    }

    private static Markup table(List<DayFigures> days, Period period, Phrases phrases) {
        return Element.of(
                "section",
                "card",
                Element.of("h3", "title", heading(period, phrases)),
                Element.of("p", "hint", phrases.of("figures.copy")),
                Element.of("textarea", "csv", Csv.of(days, phrases))
                        .when(true, "readonly")
                        .with("rows", "14")
                        .with("aria-label", phrases.of("figures.csv")));
    }

    private static Markup tiles(DayFigures all, List<DayFigures> days, Phrases phrases) {
        long closed = all.all(Marks.CLOSED);
        long actionable = all.of(Marks.CLOSED + Disposition.ACTIONABLE);
        long urgent = all.urgent();
        return Element.of("dl", "tiles")
                .add(tile(
                        "tips",
                        Long.toString(all.of(Marks.TIP)),
                        phrases.of("figures.of-them-urgent", urgent),
                        phrases))
                .add(tile(
                        "actionable",
                        closed == 0 ? "–" : Math.round((double) PERCENT * actionable / closed) + " %",
                        phrases.of("figures.of-closed", actionable, closed),
                        phrases))
                .add(wait("read", Spread.of(Marks.READ_WITHIN, days), phrases))
                .add(wait("acknowledged", Spread.of(Marks.ACKNOWLEDGED_WITHIN, days), phrases)
                        .add(Element.of(
                                "dd",
                                "hint",
                                phrases.of("figures.of-ladders", all.of(Marks.CLIMB), all.of(Marks.UNANSWERED)))))
                .add(wait("closed", Spread.of(Marks.CLOSED_WITHIN, days), phrases));
    }

    private static Element tile(String what, String value, String hint, Phrases phrases) {
        return Element.of("div", "tile", new Markup[0])
                .add(Element.of("dt", "label", phrases.of("figures." + what)))
                .add(Element.of("dd", "number", value))
                .add(Element.of("dd", "hint", hint));
    }

    private static Element wait(String what, Spread spread, Phrases phrases) {
        return tile(
                what,
                lasting(spread.minutesOf(0.5), phrases),
                phrases.of("figures.nine-within", lasting(spread.minutesOf(0.9), phrases), spread.size()),
                phrases);
    }

    private static String lasting(OptionalInt minutes, Phrases phrases) {
        return minutes.isEmpty() ? "–" : phrases.lasting(Duration.ofMinutes(minutes.getAsInt()));
    }

    private static Map<String, Long> categories(DayFigures all, Phrases phrases) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (Category category : Category.values()) {
            named.put(phrases.of(category), all.of(Marks.CATEGORY + category));
        }
        return named;
    }

    private static Map<String, Long> thanas(DayFigures all, Phrases phrases) {
        Map<String, Long> named = new LinkedHashMap<>();
        all.each(Marks.THANA)
                .forEach((name, count) ->
                        named.merge(name.isEmpty() ? phrases.of("tip.no-thana") : name, count, Long::sum));
        return named;
    }

    private static Map<String, Long> dispositions(DayFigures all, Phrases phrases) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (Disposition disposition : Disposition.values()) {
            named.put(phrases.of(disposition), all.of(Marks.CLOSED + disposition));
        }
        return named;
    }

    private static Markup bars(String what, Map<String, Long> counts, int width, Phrases phrases) {
        Map<String, Long> some = new LinkedHashMap<>(counts);
        some.values().removeIf(count -> count < 1);
        int each = width / Math.max(1, (width + GAP) / (CARD + GAP));
        return card(
                what,
                some.isEmpty()
                        ? Element.of("p", "empty", phrases.of("figures.none"))
                        : Bars.of(some, phrases.of("figures." + what), each - PADDING),
                phrases);
    }

    private static Element card(String what, Markup chart, Phrases phrases) {
        return Element.of("section", "card", Element.of("h3", "title", phrases.of("figures." + what)), chart);
    }

    private static Markup legend(Phrases phrases) {
        List<Markup> parts = new ArrayList<>();
        for (String kind : List.of("urgent", "others")) {
            parts.add(Element.of("span", "key " + kind, ""));
            parts.add(Element.of("span", "key-words", phrases.of("figures." + kind + "-key")));
        }
        return Element.of("p", "hint legend", parts.toArray(Markup[]::new));
    }
}
