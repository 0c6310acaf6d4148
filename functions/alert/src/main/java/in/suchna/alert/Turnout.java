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
     */
    record Called(Officer officer, Unit unit) {}

    private final Map<String, Called> called = new LinkedHashMap<>();
    private final Set<Unit> unattended = new LinkedHashSet<>();

    void call(Collection<Officer> officers, Unit unit) {
        officers.forEach(officer -> called.putIfAbsent(officer.id(), new Called(officer, unit)));
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
