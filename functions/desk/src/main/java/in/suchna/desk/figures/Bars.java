package in.suchna.desk.figures;

import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts by name: bars, the longest first, each with its name and number in words. */
final class Bars {
    private static final int ROW = 24;
    private static final int NAMES = 150;
    private static final int NUMBERS = 44;

    private Bars() {}

    /**
     * @param counts how many of each name, in words
     * @param label what they are
     * @param width in pixels
     */
    static Markup of(Map<String, Long> counts, String label, int width) {
        List<Map.Entry<String, Long>> rows = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        long longest = rows.stream().mapToLong(Map.Entry::getValue).max().orElse(1);
        Element svg = Element.of("svg", "chart", new Markup[0])
                .with("viewBox", "0 0 " + width + " " + Math.max(1, rows.size() * ROW))
                .with("width", Integer.toString(width))
                .with("role", "img")
                .with("aria-label", label);
        double room = Math.max(1, width - NAMES - NUMBERS);
        for (int i = 0; i < rows.size(); i++) {
            double length = Math.max(1, room * rows.get(i).getValue() / longest);
            int y = i * ROW;
            svg.add(text(rows.get(i).getKey(), NAMES - 8, y, "end"))
                    .add(Element.of("rect", "bar others", new Markup[0])
                            .with("x", Integer.toString(NAMES))
                            .with("y", Integer.toString(y + 4))
                            .with("width", String.format(Locale.ROOT, "%.1f", length))
                            .with("height", Integer.toString(ROW - 8)))
                    .add(text(Long.toString(rows.get(i).getValue()), NAMES + length + 6, y, "start"));
        }
        return svg;
    }

    private static Element text(String words, double x, int y, String anchor) {
        return Element.of("text", "words", words)
                .with("x", String.format(Locale.ROOT, "%.1f", x))
                .with("y", Integer.toString(y + 16))
                .with("text-anchor", anchor);
    }
}
