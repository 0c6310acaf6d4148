package in.suchna.duty;

import java.time.Instant;

/**
 * An officer's word that they have a tip.
 *
 * @param officerId who
 * @param unit for which unit they spoke
 * @param onMyWay whether they are on the way, which alone ends the climb
 * @param at when
 * @param via how it came
 */
public record Acknowledgement(String officerId, Unit unit, boolean onMyWay, Instant at, Channel via) {

    /** A word noted at the desk. */
    public Acknowledgement(String officerId, Unit unit, boolean onMyWay, Instant at) {
        this(officerId, unit, onMyWay, at, Channel.DESK);
    }

    boolean isOfControlRoom() {
        return unit.equals(Unit.CONTROL_ROOM);
    }
}
