package in.suchna.alert;

import in.suchna.duty.Climb;
import in.suchna.duty.District;
import in.suchna.duty.Officer;
import in.suchna.duty.Post;
import in.suchna.duty.Rung;
import in.suchna.duty.Unit;
import in.suchna.store.Roster;
import in.suchna.tip.Thana;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides whom a rung wakes. There is always somebody: who has nobody on call falls back to the control room. */
final class CallOut {
    private final Roster roster;
    private final District district;
    private final Officer controlRoom;
    private final Clock clock;
    private final ZoneId zone;

    /** @param controlRoomNumber who is told when nobody else can be */
    CallOut(Roster roster, District district, String controlRoomNumber, Clock clock, ZoneId zone) {
        this.roster = roster;
        this.district = district;
        this.controlRoom = new Officer(Officer.CONTROL_ROOM_ID, Unit.CONTROL_ROOM.name(), controlRoomNumber);
        this.clock = clock;
        this.zone = zone;
    }

    /** The control room's own number. */
    Officer controlRoom() {
        return controlRoom;
    }

    /** Whom a rung wakes now. */
    Turnout of(Climb climb, Rung rung) {
        return climb.isAgainstPolice() ? againstPolice(climb) : turnout(climb, rung);
    }

    private Turnout turnout(Climb climb, Rung rung) {
        Turnout turnout = new Turnout();
        for (Post post : rung.posts().stream().sorted().toList()) {
            Optional<Unit> unit = district.unitOf(post, climb.thana());
            List<Officer> officers = unit.map(this::onCall).orElse(List.of());
            if (officers.isEmpty()) {
                unit.ifPresent(turnout::nobodyAt);
                callControlRoom(turnout);
            }
            unit.ifPresent(u -> turnout.call(officers, u));
        }
        return turnout;
    }

    private void callControlRoom(Turnout turnout) {
        List<Officer> officers = onCall(Unit.CONTROL_ROOM);
        if (officers.isEmpty()) {
            turnout.nobodyAt(Unit.CONTROL_ROOM);
        }
        turnout.callInPlaceOfNobody(officers.isEmpty() ? List.of(controlRoom) : officers, Unit.CONTROL_ROOM);
    }

    /** The SP's office hears of it, on call or not; else the control room; never one of the station that is named. */
    private Turnout againstPolice(Climb climb) {
        Turnout turnout = new Turnout();
        Predicate<Officer> free = notOf(climb.thana());
        List<Officer> onCall = onCall(Unit.SP_OFFICE).stream().filter(free).toList();
        if (onCall.isEmpty()) {
            turnout.nobodyAt(Unit.SP_OFFICE);
            List<Officer> anyone = everyone(Unit.SP_OFFICE).filter(free).toList();
            List<Officer> room = Stream.concat(Stream.of(controlRoom), onCall(Unit.CONTROL_ROOM).stream())
                    .filter(free)
                    .limit(1)
                    .toList();
            turnout.call(anyone, Unit.SP_OFFICE);
            turnout.call(anyone.isEmpty() ? room : List.of(), Unit.CONTROL_ROOM);
        }
        turnout.call(onCall, Unit.SP_OFFICE);
        return turnout;
    }

    private Predicate<Officer> notOf(Optional<Thana> thana) {
        Set<String> numbers = thana.stream()
                .flatMap(t -> Stream.of(Unit.of(t), Unit.headOf(t)))
                .flatMap(this::everyone)
                .map(Officer::number)
                .collect(Collectors.toSet());
        return officer -> !numbers.contains(officer.number());
    }

    /** The control room's own number, told when an officer can't be reached; empty if that would tell a station of itself. */
    Optional<Officer> controlRoomFor(Climb climb) {
        boolean free = !climb.isAgainstPolice() || notOf(climb.thana()).test(controlRoom);
        return free ? Optional.of(controlRoom) : Optional.empty();
    }

    /** The officer an alert was written for; empty when they left the roster since. */
    Optional<Officer> officer(Unit unit, String officerId) {
        return officerId.equals(Officer.CONTROL_ROOM_ID) ? Optional.of(controlRoom) : roster.officer(unit, officerId);
    }

    /** How many are on call for the control room now. */
    int controlRoomOnCall() {
        return onCall(Unit.CONTROL_ROOM).size();
    }

    private List<Officer> onCall(Unit unit) {
        return roster.onCall(unit, LocalDateTime.ofInstant(clock.instant(), zone));
    }

    private Stream<Officer> everyone(Unit unit) {
        return roster.planOf(unit).officers().stream();
    }
}
