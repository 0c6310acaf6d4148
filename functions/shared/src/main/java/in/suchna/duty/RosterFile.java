package in.suchna.duty;

import in.suchna.duty.RosterBroken.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A roster as a file: one shift a line, {@value #HEADER}. Read whole or not at all; every mistake is told at once.
 */
public final class RosterFile {

    /** The first line. */
    public static final String HEADER = "unit,officer,name,rank,number,days,from,to,whatsapp";

    /** The first line of a file from before officers were told on WhatsApp too. */
    static final String OLDER_HEADER = "unit,officer,name,rank,number,days,from,to";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final District district;
    private final List<Shift> shifts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Officer> byId = new HashMap<>();
    private final Map<String, String> idByNumber = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    private RosterFile(District district) {
        this.district = district;
    }

    /**
     * Reads the roster of the district of {@link District#ofResources()}.
     *
     * @throws RosterBroken with every mistake, by line
     * @throws IOException if the file can't be read
     */
    public static List<Shift> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader, District.ofResources());
        }
    }

    /**
     * Reads a roster; units must be the district's.
     *
     * @throws RosterBroken with every mistake, by line
     * @throws IOException if the reader fails
     */
    public static List<Shift> read(Reader reader, District district) throws IOException {
        RosterFile file = new RosterFile(district);
        List<String> lines = lines(reader);
        file.header(lines.isEmpty() ? "" : lines.getFirst());
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                file.line(i + 1, lines.get(i));
            }
        }
        if (file.shifts.isEmpty() && file.problems.isEmpty()) {
            file.problems.add(new Problem(1, "the file has no shift"));
        }
        if (!file.problems.isEmpty()) {
            throw new RosterBroken("The roster was", file.problems);
        }
        return List.copyOf(file.shifts);
    }

    static List<String> lines(Reader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader buffered = new BufferedReader(reader);
        for (String line = buffered.readLine(); line != null; line = buffered.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** A first line without what spreadsheets and hands add. */
    static String tidy(String header) {
        return header.replace(BYTE_ORDER_MARK, "").replace(" ", "");
    }

    private void header(String first) {
        String tidy = tidy(first);
        if (!tidy.equals(HEADER) && !tidy.equals(OLDER_HEADER)) {
            problems.add(new Problem(1, "the first line must be " + HEADER));
        }
    }

    private void line(int number, String text) {
        RosterLine line = new RosterLine(text, district);
        Optional<Shift> read = line.shift();
        line.mistakes().forEach(words -> problems.add(new Problem(number, words)));
        read.ifPresent(shift -> {
            agrees(number, shift);
            shifts.add(shift);
        });
    }

    /** What no line can tell alone: one officer, one name, one number; no shift twice. */
    private void agrees(int number, Shift shift) {
        Officer officer = shift.officer();
        Officer known = byId.putIfAbsent(officer.id(), officer);
        if (known != null && !known.equals(officer)) {
            problems.add(new Problem(
                    number,
                    "officer " + officer.id() + " has another name, rank, number or WhatsApp than on an earlier line"));
        }
        String holder = idByNumber.putIfAbsent(officer.number(), officer.id());
        if (holder != null && !holder.equals(officer.id())) {
            problems.add(new Problem(number, "officer " + officer.id() + " has the number of officer " + holder));
        }
        if (!keys.add(shift.unit().name() + "#" + shift.key())) {
            problems.add(new Problem(
                    number,
                    "officer " + officer.id() + " has a shift of this unit, these days and this beginning twice"));
        }
    }
}
