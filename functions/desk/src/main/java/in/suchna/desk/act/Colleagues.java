package in.suchna.desk.act;

import in.suchna.duty.DutyPlan;
import in.suchna.duty.Officer;
import in.suchna.duty.Unit;
import in.suchna.store.Roster;
import in.suchna.tip.Category;
import in.suchna.tip.Tip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** To whom a tip can be given: its station, the station's head, the control room, the SP's office. */
public final class Colleagues {
    private final Roster roster;

    public Colleagues(Roster roster) {
        this.roster = roster;
    }

    /** Officers who can be given this tip; a complaint against police never goes to the station. */
    public List<Officer> of(Tip tip) {
        List<Unit> units = new ArrayList<>();
        if (tip.judgement().category() != Category.POLICE_CONDUCT) {
            tip.judgement().thana().ifPresent(thana -> units.addAll(List.of(Unit.of(thana), Unit.headOf(thana))));
            units.add(Unit.CONTROL_ROOM);
        }
        units.add(Unit.SP_OFFICE);
        Map<String, Officer> officers = new LinkedHashMap<>();
        Map<Unit, DutyPlan> plans = roster.plans();
        units.stream()
                .filter(plans::containsKey)
                .flatMap(unit -> Objects.requireNonNull(plans.get(unit)).officers().stream())
                .forEach(officer -> officers.putIfAbsent(officer.id(), officer));
        return List.copyOf(officers.values());
    }
}
