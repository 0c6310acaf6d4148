package in.suchna.duty;

/**
 * An officer of the roster.
 *
 * @param id a short word, unique in the district, such as {@code kurud-si-1}; the only thing of an officer that is logged
 * @param name as colleagues call them
 * @param number mobile number in international form, such as {@code +915555000101}
 * @param onWhatsApp whether the number is on WhatsApp, so that they are told there too
 */
public record Officer(String id, String name, String number, boolean onWhatsApp) {

    /** An officer who is told by SMS alone. */
    public Officer(String id, String name, String number) {
        this(id, name, number, false);
    }

    /** The id under which the control room's own number is told; no officer of the roster has it. */
    public static final String CONTROL_ROOM_ID = "control-room";

    @Override
    public String toString() {
        return "Officer[" + id + "]";
    }
}
