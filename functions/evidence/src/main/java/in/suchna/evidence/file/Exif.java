package in.suchna.evidence.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote about a photo, as far as we need it: how it is turned, and where it was taken. Exif 2.32, sections
 * 4.6.2 to 4.6.6.
 */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int GPS = 0x8825;
    private static final int LATITUDE_REF = 1;
    private static final int LATITUDE = 2;
    private static final int LONGITUDE_REF = 3;
    private static final int LONGITUDE = 4;
    private static final int MOST_TAGS = 512;
    private static final int TAG_BYTES = 12;
    private static final int UPRIGHT = 1;
    private static final int LAST_ORIENTATION = 8;

    private final int orientation;
    private final Optional<String> position;

    private Exif(int orientation, Optional<String> position) {
        this.orientation = orientation;
        this.position = position;
    }

    /** Reads it from where its TIFF header begins; what is damaged says nothing. */
    static Exif read(ByteBuffer tiff) {
        try {
            ByteBuffer in = tiff.slice();
            in.order(in.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            Map<Integer, Integer> first = tags(in, in.getInt(4));
            @Nullable Integer turned = first.get(ORIENTATION);
            int orientation = turned == null ? UPRIGHT : in.getShort(turned + 8) & 0xFFFF;
            @Nullable Integer gps = first.get(GPS);
            return new Exif(
                    orientation >= UPRIGHT && orientation <= LAST_ORIENTATION ? orientation : UPRIGHT,
                    gps == null ? Optional.empty() : position(in, tags(in, in.getInt(gps + 8))));
        } catch (IndexOutOfBoundsException | BufferUnderflowException _) {
            return new Exif(UPRIGHT, Optional.empty());
        }
    }

    /** The places of a directory's entries by their tag. */
    private static Map<Integer, Integer> tags(ByteBuffer in, int directory) {
        Map<Integer, Integer> places = new HashMap<>();
        int count = Math.min(MOST_TAGS, in.getShort(directory) & 0xFFFF);
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + i * TAG_BYTES;
            places.putIfAbsent(in.getShort(entry) & 0xFFFF, entry);
        }
        return places;
    }

    private static Optional<String> position(ByteBuffer in, Map<Integer, Integer> gps) {
        if (!gps.keySet().containsAll(java.util.Set.of(LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE))) {
            return Optional.empty();
        }
        double latitude = degrees(in, gps.getOrDefault(LATITUDE, 0), gps.getOrDefault(LATITUDE_REF, 0), 'S');
        double longitude = degrees(in, gps.getOrDefault(LONGITUDE, 0), gps.getOrDefault(LONGITUDE_REF, 0), 'W');
        return position(latitude, longitude);
    }

    /** A position as it stands on the timeline; empty if there is no such place. */
    static Optional<String> position(double latitude, double longitude) {
        boolean real = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude != 0 || longitude != 0);
        return real ? Optional.of(String.format(Locale.ROOT, "%.5f,%.5f", latitude, longitude)) : Optional.empty();
    }

    private static double degrees(ByteBuffer in, int entry, int refEntry, char negative) {
        int at = in.getInt(entry + 8);
        double degrees = ratio(in, at) + ratio(in, at + 8) / 60 + ratio(in, at + 16) / 3600;
        return in.get(refEntry + 8) == negative ? -degrees : degrees;
    }

    private static double ratio(ByteBuffer in, int at) {
        long over = in.getInt(at) & 0xFFFFFFFFL;
        long under = in.getInt(at + 4) & 0xFFFFFFFFL;
        return under == 0 ? 0 : (double) over / under;
    }

    /** 1 for upright to 8, as Exif numbers them. */
    int orientation() {
        return orientation;
    }

    boolean isTurned() {
        return orientation != UPRIGHT;
    }

    Optional<String> position() {
        return position;
    }
}
