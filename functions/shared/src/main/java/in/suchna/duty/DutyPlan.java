package in.suchna.duty;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is on call for a unit, and when: its weekly shifts, and what changes them on certain dates. Times are the district's.
 *
 * @param unit which unit
 * @param shifts its shifts of every week
 * @param changes its leaves and swaps; who is away is never on call, even instead of another
 */
public record DutyPlan(Unit unit, List<Shift> shifts, List<DutyChange> changes) {
    public DutyPlan {
        shifts = List.copyOf(shifts);
        changes = List.copyOf(changes);
    }

    /** Who is on call at a moment. */
    public List<Officer> onCall(LocalDateTime moment) {
        List<DutyChange> now =
                changes.stream().filter(change -> change.holds(moment)).toList();
        Set<String> away =
                now.stream().flatMap(change -> change.away().stream()).collect(Collectors.toSet());
        return eachOnce(Stream.concat(
                        shifts.stream().filter(shift -> shift.covers(moment)).map(Shift::officer),
                        now.stream().flatMap(change -> change.instead().stream())))
                .filter(officer -> !away.contains(officer.id()))
                .toList();
    }

    /** Everyone of the unit, on call or not, with who comes instead on some date. */
    public List<Officer> officers() {
        return eachOnce(Stream.concat(
                        shifts.stream().map(Shift::officer),
                        changes.stream().flatMap(change -> change.instead().stream())))
                .toList();
    }

    /** As the shifts have an officer, for a change may hold an older number. */
    private Stream<Officer> eachOnce(Stream<Officer> officers) {
        Map<String, Officer> byId = new LinkedHashMap<>();
        officers.forEach(officer -> byId.putIfAbsent(officer.id(), officer));
        return byId.values().stream().map(this::asInShifts);
    }

    private Officer asInShifts(Officer officer) {
        return shifts.stream()
                .map(Shift::officer)
                .filter(known -> known.id().equals(officer.id()))
                .findFirst()
                .orElse(officer);
    }

    /** An officer of the unit, on call or not. */
    public Optional<Officer> officer(String officerId) {
        return officers().stream()
                .filter(officer -> officer.id().equals(officerId))
                .findFirst();
    }

    /** Times in which nobody is on call, in order; what touches is one. */
    public List<Stretch> gaps(LocalDateTime from, LocalDateTime to) {
        List<Stretch> gaps = new ArrayList<>();
        List<LocalDateTime> points = List.copyOf(turns(from, to));
        for (int i = 0; i + 1 < points.size(); i++) {
            if (onCall(points.get(i)).isEmpty()) {
                Stretch.join(gaps, new Stretch(points.get(i), points.get(i + 1)));
            }
        }
        return List.copyOf(gaps);
    }

    /** Who is on call changes only where a shift or a change begins or ends. */
    private Set<LocalDateTime> turns(LocalDateTime from, LocalDateTime to) {
        TreeSet<LocalDateTime> turns = new TreeSet<>(List.of(from, to));
        from.toLocalDate()
                .datesUntil(to.toLocalDate().plusDays(1))
                .forEach(day -> shifts.forEach(shift -> {
                    turns.add(day.atTime(shift.from()));
                    turns.add(day.atTime(shift.to()));
                }));
        changes.forEach(change -> turns.addAll(List.of(change.from(), change.to())));
        return turns.subSet(from, true, to, true);
    }
}
