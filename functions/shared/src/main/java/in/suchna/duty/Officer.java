package in.suchna.duty;

/**
 * An officer of the roster.
 *
 * @param id a short word, unique in the district, such as {@code kurud-si-1}; the only thing of an officer that is logged
 * @param name as colleagues call them
 * @param number mobile number in international form, such as {@code +915555000101}
 */
public record Officer(String id, String name, String number) {
    @Override
    public String toString() {
        return "Officer[" + id + "]";
    }
}
