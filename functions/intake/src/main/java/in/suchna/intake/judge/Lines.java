package in.suchna.intake.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An editable resource: UTF-8 text, a line at a time, blank lines and lines that begin with {@code #} left out.
 *
 * @param name the file's name, for whoever must mend it
 * @param lines what is left
 */
record Lines(String name, List<Line> lines) {

    Lines {
        lines = List.copyOf(lines);
    }

    /** One line with its number in the file, counted from 1. */
    record Line(String file, int number, String text) {

        List<String> split(String separator) {
            return Arrays.stream(text.split(Pattern.quote(separator), -1))
                    .map(String::strip)
                    .toList();
        }

        ResourceBroken broken(String wanted) {
            return new ResourceBroken(file, number, wanted);
        }
    }

    /** The pieces between separators, stripped, empty ones left out. */
    static List<String> pieces(String text, String separator) {
        return Arrays.stream(text.split(Pattern.quote(separator), -1))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /** Reads a resource that stands beside this class. */
    static Lines ofResource(String name) {
        try (InputStream in = Lines.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ResourceBroken(name, 0, "the file is missing");
            }
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Lines of(String name, String text) {
        List<Line> kept = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                kept.add(new Line(name, number, stripped));
            }
        }
        return new Lines(name, kept);
    }
}
