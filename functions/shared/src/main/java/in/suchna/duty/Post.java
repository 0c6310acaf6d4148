package in.suchna.duty;

import java.util.Locale;

/** Who is called on a rung of a ladder; which unit that is depends on the tip's thana. */
public enum Post {
    THANA,
    CONTROL_ROOM,
    STATION_HEAD,
    SDOP,
    SP;

    /** The word in {@code ladder.properties}, such as {@code station-head}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if no post has this word */
    public static Post ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
