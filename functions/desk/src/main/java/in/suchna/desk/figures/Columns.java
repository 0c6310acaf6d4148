package in.suchna.desk.figures;

import in.suchna.figures.DayFigures;
import in.suchna.figures.Marks;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tips by day, or by week where the days are many: columns, the urgent below and the others above. */
final class Columns {
    private static final int MOST_DAYS = 62;
    private static final int WEEK = 7;
    private static final int HEIGHT = 170;
    private static final int TOP = 14;
    private static final int FLOOR = 140;
    private static final int LEFT = 30;
    private static final int LABEL_WIDTH = 54;

    private Columns() {}

    /** @param width in pixels, so that letters are as large as beside the chart */
    static Markup of(List<DayFigures> days, int width, Phrases phrases) {
        List<DayFigures> columns = days.size() > MOST_DAYS ? weeks(days) : days;
        long highest = columns.stream().mapToLong(c -> c.of(Marks.TIP)).max().orElse(0);
        long top = Math.max(1, nice(highest));
        Element svg = Element.of("svg", "chart", new Markup[0])
                .with("viewBox", "0 0 " + width + " " + HEIGHT)
                // never drawn larger than this, or the letters grow with it
                .with("width", Integer.toString(width))
                .with("role", "img")
                .with("aria-label", phrases.of("figures.by-day"));
        for (long line : List.of(0L, top / 2, top)) {
            if (line != top / 2 || top % 2 == 0) {
                svg.add(rule(line, y(line, top), width), words(Long.toString(line), LEFT - 6, y(line, top) + 4, "end"));
            }
        }
        double step = (double) (width - LEFT) / columns.size();
        int every = (int) Math.ceil(LABEL_WIDTH / step);
        for (int i = 0; i < columns.size(); i++) {
            double x = LEFT + i * step;
            svg.add(column(columns.get(i), x, step, top, phrases));
            boolean fits = x + step / 2 + LABEL_WIDTH / 2.0 <= width;
            if (i % every == 0 && fits) {
                svg.add(words(dayOf(columns.get(i).day(), phrases), x + step / 2, FLOOR + 18, "middle"));
            }
        }
        return svg;
    }

    private static Markup column(DayFigures day, double x, double step, long top, Phrases phrases) {
        long all = day.of(Marks.TIP);
        long urgent = day.urgent();
        double gap = Math.min(2, step * 0.15);
        Element group = Element.of("g", "column", new Markup[0])
                .add(Element.of("title").say(phrases.of("figures.day", dayOf(day.day(), phrases), all, urgent)));
        // as high as the chart, so that the words come wherever the pointer is
        group.add(box("air", x, y(top, top), step, FLOOR - y(top, top)));
        group.add(box("bar others", x + gap / 2, y(all, top), step - gap, FLOOR - y(all, top)));
        return group.add(box("bar urgent", x + gap / 2, y(urgent, top), step - gap, FLOOR - y(urgent, top)));
    }

    private static Element box(String classes, double x, double y, double width, double height) {
        return Element.of("rect", classes, new Markup[0])
                .with("x", number(x))
                .with("y", number(y))
                .with("width", number(width))
                .with("height", number(height));
    }

    private static Element rule(long line, double y, int width) {
        return Element.of("path", line == 0 ? "rule floor" : "rule", new Markup[0])
                .with("d", "M" + LEFT + " " + number(y) + " H" + width);
    }

    private static Element words(String text, double x, double y, String anchor) {
        return Element.of("text", "words", text)
                .with("x", number(x))
                .with("y", number(y))
                .with("text-anchor", anchor);
    }

    private static double y(long value, long top) {
        return FLOOR - (double) (FLOOR - TOP) * value / top;
    }

    /** The next number above that is easily halved. */
    private static long nice(long highest) {
        long unit = 1;
        while (unit * 10 < highest) {
            unit *= 10;
        }
        for (long times : List.of(1L, 2L, 4L, 6L, 8L, 10L)) {
            if (unit * times >= highest) {
                return unit * times;
            }
        }
        return highest;
    }

    private static List<DayFigures> weeks(List<DayFigures> days) {
        List<DayFigures> weeks = new ArrayList<>();
        for (int from = 0; from < days.size(); from += WEEK) {
            List<DayFigures> week = days.subList(from, Math.min(days.size(), from + WEEK));
            weeks.add(DayFigures.sum(week.getFirst().day(), week));
        }
        return weeks;
    }

    static String dayOf(LocalDate day, Phrases phrases) {
        return day.getDayOfMonth() + " " + phrases.month(day.getMonth());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
