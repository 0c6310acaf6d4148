package in.suchna.duty;

import java.time.Instant;

/**
 * An officer's word that they have a tip.
 *
 * @param officerId who
 * @param unit for which unit they spoke
 * @param onMyWay whether they are on the way, which alone ends the climb
 * @param at when
 */
public record Acknowledgement(String officerId, Unit unit, boolean onMyWay, Instant at) {

    boolean isOfControlRoom() {
        return unit.equals(Unit.CONTROL_ROOM);
    }
}
