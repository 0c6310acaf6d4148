package in.suchna.duty;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a roster file, read with all its mistakes. */
final class RosterLine {
    private static final int FIELDS = 9;
    private static final int WHATSAPP = 8;
    private static final Pattern FIELD = Pattern.compile("\\s*(?:\"([^\"]*)\"|([^,\"]*))\\s*(?:,|$)");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{9,14}");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,2}:[0-9]{2}");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final District district;
    private final List<String> fields;
    private final List<String> mistakes = new ArrayList<>();

    RosterLine(String text, District district) {
        this.district = district;
        this.fields = split(text);
    }

    static List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(text);
        int end = 0;
        while (end <= text.length() && matcher.find(end) && matcher.start() == end) {
            String field = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            fields.add(field.strip());
            boolean last = matcher.end() == text.length() && !text.endsWith(",");
            end = last || matcher.end() == end ? text.length() + 1 : matcher.end();
        }
        return fields;
    }

    /** What is wrong, in plain words; known after {@link #shift()}. */
    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** The shift, if the line is without a mistake. */
    Optional<Shift> shift() {
        if (fields.size() != FIELDS && fields.size() != FIELDS - 1) {
            mistakes.add("has %d fields instead of %d (%s)".formatted(fields.size(), FIELDS, RosterFile.HEADER));
            return Optional.empty();
        }
        Unit unit = new Unit(fields.get(0));
        must(district.units().contains(unit), "there is no unit '" + unit.name() + "' in the district");
        Officer officer = officer();
        Set<DayOfWeek> days = days(fields.get(5));
        Optional<LocalTime> from = time("from", fields.get(6));
        Optional<LocalTime> to = time("to", fields.get(7));
        return mistakes.isEmpty()
                ? Optional.of(new Shift(unit, officer, days, from.orElseThrow(), to.orElseThrow()))
                : Optional.empty();
    }

    private Officer officer() {
        String id = fields.get(1);
        String name = fields.get(2);
        String rank = fields.get(3);
        String number = fields.get(4).replace(" ", "");
        must(
                ID.matcher(id).matches() && !id.equals(Officer.CONTROL_ROOM_ID),
                "the officer's id must be small letters, digits and hyphens, at least two, and not '"
                        + Officer.CONTROL_ROOM_ID + "'");
        must(!name.isBlank(), "the name is missing");
        must(
                NUMBER.matcher(number).matches(),
                "the number must begin with + and the country, such as +91 and ten digits");
        must(!number.startsWith("+91") || number.length() == 13, "a number of India has ten digits after +91");
        return new Officer(id, (rank + " " + name).strip(), number, isOnWhatsApp());
    }

    private boolean isOnWhatsApp() {
        String told = fields.size() > WHATSAPP ? fields.get(WHATSAPP).toLowerCase(Locale.ROOT) : "";
        must(told.isEmpty() || told.equals("yes") || told.equals("no"), "whatsapp must be yes or no");
        return told.equals("yes");
    }

    private Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (text.equalsIgnoreCase("daily")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        for (String part : text.toLowerCase(Locale.ROOT).split(" +", -1)) {
            String[] ends = part.split("-", 2);
            int first = DAYS.indexOf(ends[0]);
            int last = DAYS.indexOf(ends[ends.length - 1]);
            if (first < 0 || last < 0) {
                mistakes.add("days must be daily, or names such as Mon, Mon-Fri, Sat Sun");
                return days;
            }
            for (int day = first; day != last; day = (day + 1) % DAYS.size()) {
                days.add(DayOfWeek.of(day + 1));
            }
            days.add(DayOfWeek.of(last + 1));
        }
        return days;
    }

    private Optional<LocalTime> time(String name, String text) {
        String padded = text.length() == 4 ? "0" + text : text;
        if (padded.equals("24:00")) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        if (TIME.matcher(text).matches()) {
            try {
                return Optional.of(LocalTime.parse(padded));
            } catch (DateTimeParseException _) {
                // told below, as any other mistake
            }
        }
        mistakes.add(name + " must be a time of 24 hours, such as 08:00");
        return Optional.empty();
    }

    private void must(boolean right, String otherwise) {
        if (!right) {
            mistakes.add(otherwise);
        }
    }
}
