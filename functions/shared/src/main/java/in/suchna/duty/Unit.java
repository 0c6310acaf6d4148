package in.suchna.duty;

import in.suchna.tip.Thana;

/**
 * A place officers are on duty for: the control room, a thana, its head, an SDOP's or the SP's office.
 *
 * @param name as in the roster; a thana's unit has the thana's name
 */
public record Unit(String name) {

    /** The unit every alert falls back to. */
    public static final Unit CONTROL_ROOM = new Unit("Control Room");

    /** The unit at the top of every ladder, and the first that hears of a complaint against police. */
    public static final Unit SP_OFFICE = new Unit("SP Office");

    /** The unit of a station. */
    public static Unit of(Thana thana) {
        return new Unit(thana.name());
    }

    /** The unit of the officer who leads a station. */
    public static Unit headOf(Thana thana) {
        return new Unit("Head of " + thana.name());
    }
}
