package in.suchna.desk.figures;

import in.suchna.figures.DayFigures;
import in.suchna.figures.Marks;
import in.suchna.figures.Spread;
import in.suchna.tip.Category;
import in.suchna.tip.Disposition;
import in.suchna.tip.Priority;
import in.suchna.widget.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures as a table for a spreadsheet: a line a day, by RFC 4180. No cell is a formula, whatever a station is called. */
final class Csv {
    private static final double HALF = 0.5;
    private static final double NINE_OF_TEN = 0.9;

    private Csv() {}

    static String of(List<DayFigures> days, Phrases phrases) {
        Map<String, Function<DayFigures, String>> columns = columns(days, phrases);
        List<String> lines = new ArrayList<>();
        lines.add(columns.keySet().stream().map(Csv::cell).collect(Collectors.joining(",")));
        for (DayFigures day : days) {
            lines.add(columns.values().stream()
                    .map(column -> cell(column.apply(day)))
                    .collect(Collectors.joining(",")));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static Map<String, Function<DayFigures, String>> columns(List<DayFigures> days, Phrases phrases) {
        Map<String, Function<DayFigures, String>> columns = new LinkedHashMap<>();
        columns.put(phrases.of("figures.date"), day -> day.day().toString());
        columns.put(phrases.of("figures.tips"), count(Marks.TIP));
        for (Priority priority : Priority.values()) {
            put(columns, phrases.of("column.priority"), phrases.of(priority), count(Marks.PRIORITY + priority));
        }
        for (Category category : Category.values()) {
            put(columns, phrases.of("tip.category"), phrases.of(category), count(Marks.CATEGORY + category));
        }
        TreeSet<String> thanas = new TreeSet<>();
        days.forEach(day -> thanas.addAll(day.each(Marks.THANA).keySet()));
        for (String thana : thanas) {
            String name = thana.isEmpty() ? phrases.of("tip.no-thana") : thana;
            put(columns, phrases.of("tip.thana"), name, count(Marks.THANA + thana));
        }
        for (Disposition disposition : Disposition.values()) {
            put(columns, phrases.of("tip.disposition"), phrases.of(disposition), count(Marks.CLOSED + disposition));
        }
        columns.put(phrases.of("figures.urgent"), count(Marks.CLIMB));
        columns.put(phrases.of("figures.unanswered"), count(Marks.UNANSWERED));
        waits(columns, phrases.of("figures.read"), Marks.READ_WITHIN, phrases);
        waits(columns, phrases.of("figures.acknowledged"), Marks.ACKNOWLEDGED_WITHIN, phrases);
        waits(columns, phrases.of("figures.closed"), Marks.CLOSED_WITHIN, phrases);
        return columns;
    }

    private static void put(
            Map<String, Function<DayFigures, String>> columns,
            String kind,
            String name,
            Function<DayFigures, String> column) {
        columns.put(kind + ": " + name, column);
    }

    private static Function<DayFigures, String> count(String mark) {
        return day -> Long.toString(day.of(mark));
    }

    private static void waits(
            Map<String, Function<DayFigures, String>> columns, String name, String kind, Phrases phrases) {
        columns.put(name + ", " + phrases.of("figures.half"), day -> within(day, kind, HALF));
        columns.put(name + ", " + phrases.of("figures.nine"), day -> within(day, kind, NINE_OF_TEN));
    }

    private static String within(DayFigures day, String kind, double share) {
        OptionalInt minutes = Spread.of(kind, List.of(day)).minutesOf(share);
        return minutes.isPresent() ? Integer.toString(minutes.getAsInt()) : "";
    }

    /** A cell: a spreadsheet takes one that begins with one of these for a formula, so it gets an apostrophe before. */
    static String cell(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';');
        return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
