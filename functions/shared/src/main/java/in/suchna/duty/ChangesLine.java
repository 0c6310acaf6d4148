package in.suchna.duty;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a file of leaves and swaps, read with all its mistakes. */
final class ChangesLine {
    private static final int FIELDS = 5;
    // as written by hand, or as a spreadsheet of India writes it: the day first
    private static final Pattern MOMENT = Pattern.compile("(?:(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
            + "|(?<dd>[0-9]{1,2})[-/](?<mm>[0-9]{1,2})[-/](?<yyyy>[0-9]{4}))"
            + "(?:[ T](?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::00)?)?");

    private final List<String> fields;
    private final List<Shift> roster;
    private final List<String> mistakes = new ArrayList<>();

    ChangesLine(String text, List<Shift> roster) {
        this.fields = RosterLine.split(text);
        this.roster = roster;
    }

    /** What is wrong, in plain words; known after {@link #changes()}. */
    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** One change for each unit; none if the line has a mistake. */
    List<DutyChange> changes() {
        if (fields.size() != FIELDS) {
            mistakes.add("has %d fields instead of %d (%s)".formatted(fields.size(), FIELDS, ChangesFile.HEADER));
            return List.of();
        }
        Optional<LocalDateTime> from = moment("from", fields.get(1), false);
        Optional<LocalDateTime> to = moment("to", fields.get(2), true);
        Optional<Officer> away = officer("away", fields.get(3));
        Optional<Officer> instead = officer("instead", fields.get(4));
        List<Unit> units = units(away);
        return mistakes.isEmpty()
                ? units.stream()
                        .flatMap(unit -> change(unit, from.orElseThrow(), to.orElseThrow(), away, instead).stream())
                        .toList()
                : List.of();
    }

    private Optional<DutyChange> change(
            Unit unit, LocalDateTime from, LocalDateTime to, Optional<Officer> away, Optional<Officer> instead) {
        try {
            return Optional.of(new DutyChange(unit, from, to, away.map(Officer::id), instead));
        } catch (IllegalArgumentException e) {
            String words = String.valueOf(e.getMessage());
            mistakes.add(words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1));
            return Optional.empty();
        }
    }

    /** The unit that is named, else every unit of who is away. */
    private List<Unit> units(Optional<Officer> away) {
        String name = fields.getFirst();
        List<Unit> ofOfficer = away.stream()
                .flatMap(officer ->
                        roster.stream().filter(shift -> shift.officer().equals(officer)))
                .map(Shift::unit)
                .distinct()
                .toList();
        if (name.isEmpty()) {
            must(!fields.get(3).isEmpty(), "the unit is missing; only a leave may be for all units of an officer");
            return ofOfficer;
        }
        Unit unit = new Unit(name);
        boolean known = roster.stream().anyMatch(shift -> shift.unit().equals(unit));
        must(known, "the roster has no unit '" + name + "'");
        must(
                !known || away.isEmpty() || ofOfficer.contains(unit),
                "officer " + fields.get(3) + " has no shift of the unit '" + name + "'");
        return List.of(unit);
    }

    private Optional<Officer> officer(String column, String id) {
        Optional<Officer> officer = roster.stream()
                .map(Shift::officer)
                .filter(known -> known.id().equals(id))
                .findFirst();
        must(id.isEmpty() || officer.isPresent(), column + ": the roster has no officer '" + id + "'");
        return officer;
    }

    /** @param end whether a date without a time is meant to its end */
    private Optional<LocalDateTime> moment(String column, String text, boolean end) {
        Matcher parts = MOMENT.matcher(text);
        if (parts.matches()) {
            try {
                boolean yearFirst = parts.group("year") != null;
                LocalDate date = LocalDate.of(
                        Integer.parseInt(parts.group(yearFirst ? "year" : "yyyy")),
                        Integer.parseInt(parts.group(yearFirst ? "month" : "mm")),
                        Integer.parseInt(parts.group(yearFirst ? "day" : "dd")));
                return Optional.of(parts.group("hour") == null ? whole(date, end) : at(date, parts));
            } catch (DateTimeException _) {
                // told below, as any other mistake
            }
        }
        mistakes.add(column + " must be a date, or a date and a time of 24 hours, such as 2026-12-01 20:00");
        return Optional.empty();
    }

    private static LocalDateTime whole(LocalDate date, boolean end) {
        return (end ? date.plusDays(1) : date).atStartOfDay();
    }

    private static LocalDateTime at(LocalDate date, Matcher parts) {
        int hour = Integer.parseInt(parts.group("hour"));
        int minute = Integer.parseInt(parts.group("minute"));
        return hour == 24 && minute == 0 ? whole(date, true) : date.atTime(LocalTime.of(hour, minute));
    }

    private void must(boolean right, String otherwise) {
        if (!right) {
            mistakes.add(otherwise);
        }
    }
}
