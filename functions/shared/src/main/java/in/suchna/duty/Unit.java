package in.suchna.duty;

import in.suchna.tip.Thana;

/**
 * A place officers are on duty for: the control room, a thana, an SDOP's or the SP's office.
 *
 * @param name as in the roster; a thana's unit has the thana's name
 */
public record Unit(String name) {

    /** The unit every alert falls back to. */
    public static final Unit CONTROL_ROOM = new Unit("Control Room");

    /** The unit of a station. */
    public static Unit of(Thana thana) {
        return new Unit(thana.name());
    }
}
