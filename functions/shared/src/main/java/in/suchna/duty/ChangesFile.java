package in.suchna.duty;

import in.suchna.duty.RosterBroken.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves and swaps as a file: one a line, {@value #HEADER}. It stands beside a roster, whose officers it names by their ids.
 * Read whole or not at all; every mistake is told at once.
 */
public final class ChangesFile {

    /** The first line. */
    public static final String HEADER = "unit,from,to,away,instead";

    private ChangesFile() {}

    /**
     * Reads leaves and swaps of officers of a roster.
     *
     * @throws RosterBroken with every mistake, by line
     * @throws IOException if the file can't be read
     */
    public static List<DutyChange> read(Path file, List<Shift> roster) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader, roster);
        }
    }

    /**
     * Reads leaves and swaps of officers of a roster.
     *
     * @throws RosterBroken with every mistake, by line
     * @throws IOException if the reader fails
     */
    public static List<DutyChange> read(Reader reader, List<Shift> roster) throws IOException {
        List<String> lines = RosterFile.lines(reader);
        List<DutyChange> changes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        if (lines.isEmpty() || !RosterFile.tidy(lines.getFirst()).equals(HEADER)) {
            problems.add(new Problem(1, "the first line must be " + HEADER));
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            int number = i + 1;
            ChangesLine line = new ChangesLine(lines.get(i), roster);
            for (DutyChange change : line.changes()) {
                if (!keys.add(change.unit().name() + "#" + change.key())) {
                    problems.add(new Problem(
                            number, "is the same change for " + change.unit().name() + " once more"));
                }
                changes.add(change);
            }
            line.mistakes().forEach(words -> problems.add(new Problem(number, words)));
        }
        if (!problems.isEmpty()) {
            throw new RosterBroken("The leaves and swaps were", problems);
        }
        return List.copyOf(changes);
    }
}
