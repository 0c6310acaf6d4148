package in.suchna.alert;

import in.suchna.duty.Officer;
import in.suchna.duty.Unit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is told on a rung, and the units that had nobody. */
final class Turnout {

    /**
     * An officer who is told.
     *
     * @param officer who
     * @param unit for which unit
     * @param inPlaceOfNobody whether they are only told because nobody is on call where it should be, or no station is known
     */
    record Called(Officer officer, Unit unit, boolean inPlaceOfNobody) {}

    private final Map<String, Called> called = new LinkedHashMap<>();
    private final Set<Unit> unattended = new LinkedHashSet<>();

    void call(Collection<Officer> officers, Unit unit) {
        // who is called in their own right is not there in place of another
        officers.forEach(officer -> called.merge(
                officer.id(),
                new Called(officer, unit, false),
                (known, now) -> new Called(known.officer(), known.unit(), false)));
    }

    void callInPlaceOfNobody(Collection<Officer> officers, Unit unit) {
        officers.forEach(officer -> called.putIfAbsent(officer.id(), new Called(officer, unit, true)));
    }

    /** Leaves out who is there in place of nobody, by the officer's id; whether anyone was left out. */
    boolean leaveOut(Set<String> officerIds) {
        return called.values()
                .removeIf(c ->
                        c.inPlaceOfNobody() && officerIds.contains(c.officer().id()));
    }

    /** Whether anyone is there in place of nobody. */
    boolean hasStandIns() {
        return called.values().stream().anyMatch(Called::inPlaceOfNobody);
    }

    void nobodyAt(Unit unit) {
        unattended.add(unit);
    }

    /** The officers, each once. */
    List<Called> called() {
        return List.copyOf(called.values());
    }

    /** The units that had nobody on call. */
    List<Unit> unattended() {
        return List.copyOf(unattended);
    }
}
