package in.suchna.simulate;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who writes to the police.
 *
 * @param name the profile's name
 * @param phone digits without {@code +}
 * @param userId the business-scoped user id
 */
record Sender(String name, String phone, String userId) {
    /** The citizens of every day. */
    static final List<Sender> CITIZENS = List.of(
            new Sender("Somaru Kosre", "915555090041", "IN.7000000000000041"),
            new Sender("Phulbasan Netam", "915555090052", "IN.7000000000000052"),
            new Sender("Budhram Mandavi", "915555090063", "IN.7000000000000063"));

    /** An officer, by their number in international form. */
    static Sender officer(String number) {
        String digits = number.replace("+", "");
        return new Sender("Officer", digits, "IN.8" + digits);
    }

    /** What must stand nowhere in the clear. */
    Stream<String> secrets() {
        return Stream.of(name, phone, phone.substring(2), userId);
    }
}
