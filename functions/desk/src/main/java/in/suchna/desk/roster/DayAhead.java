package in.suchna.desk.roster;

import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A unit's next 24 hours.
 *
 * @param onCall who is on call now
 * @param gaps when nobody will be
 */
record DayAhead(List<Officer> onCall, List<Stretch> gaps) {
    private static final int HOURS = 24;

    DayAhead {
        onCall = List.copyOf(onCall);
        gaps = List.copyOf(gaps);
    }

    /**
     * Time within the next day.
     *
     * @param from its beginning, in the district's time
     * @param to its end, exclusive
     */
    record Stretch(LocalDateTime from, LocalDateTime to) {
        /** Its length. */
        Duration length() {
            return Duration.between(from, to);
        }
    }

    static DayAhead of(List<Shift> shifts, LocalDateTime now) {
        LocalDateTime end = now.plusHours(HOURS);
        // coverage changes only where a shift begins or ends
        TreeSet<LocalDateTime> changes = new TreeSet<>(List.of(now, end));
        for (Shift shift : shifts) {
            for (int day = 0; day <= 1; day++) {
                changes.add(now.toLocalDate().plusDays(day).atTime(shift.from()));
                changes.add(now.toLocalDate().plusDays(day).atTime(shift.to()));
            }
        }
        List<LocalDateTime> points = List.copyOf(changes.subSet(now, true, end, true));
        List<Stretch> gaps = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            LocalDateTime from = points.get(i);
            if (shifts.stream().noneMatch(shift -> shift.covers(from))) {
                join(gaps, new Stretch(from, points.get(i + 1)));
            }
        }
        return new DayAhead(
                shifts.stream()
                        .filter(shift -> shift.covers(now))
                        .map(Shift::officer)
                        .distinct()
                        .toList(),
                gaps);
    }

    private static void join(List<Stretch> gaps, Stretch next) {
        if (!gaps.isEmpty() && gaps.getLast().to().equals(next.from())) {
            gaps.set(gaps.size() - 1, new Stretch(gaps.getLast().from(), next.to()));
        } else {
            gaps.add(next);
        }
    }
}
