package in.suchna.local.whatsapp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Message ids as WhatsApp makes them: base64 of a small binary that holds the person's number, which is why they are personal. */
final class Wamid {
    private static final int DRAWN_BYTES = 10;
    private static final byte[] BEFORE_PERSON = {0x1C, 0x18};
    private static final byte[] BEFORE_DIRECTION = {0x15, 0x02, 0x00};
    private static final byte FROM_PERSON = 0x12;
    private static final byte TO_PERSON = 0x11;

    private final RandomGenerator random;

    Wamid(RandomGenerator random) {
        this.random = random;
    }

    /** For a message the person sent. */
    String from(Person person) {
        return id(person, FROM_PERSON);
    }

    /** For a message the person is sent. */
    String to(Person person) {
        return id(person, TO_PERSON);
    }

    private String id(Person person, byte direction) {
        byte[] drawn = new byte[DRAWN_BYTES];
        random.nextBytes(drawn);
        byte[] own = HexFormat.of().formatHex(drawn).toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        byte[] inside = person.insideWamid().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream binary = new ByteArrayOutputStream();
        binary.writeBytes(BEFORE_PERSON);
        binary.write(inside.length);
        binary.writeBytes(inside);
        binary.writeBytes(BEFORE_DIRECTION);
        binary.write(direction);
        binary.write(BEFORE_PERSON[1]);
        binary.write(own.length);
        binary.writeBytes(own);
        binary.write(0);
        return "wamid." + Base64.getEncoder().encodeToString(binary.toByteArray());
    }
}
