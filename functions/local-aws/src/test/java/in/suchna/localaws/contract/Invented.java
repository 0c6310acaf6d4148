package in.suchna.localaws.contract;

import in.suchna.citizen.CitizenId;
import in.suchna.seal.Sealed;
import in.suchna.tip.Reference;
import in.suchna.tip.TimelineEntry;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

/** Things for rows to hold, all invented. */
final class Invented {
    /** Matras, a nukta, a zero-width joiner, a flag, a skin tone, quotes, a backslash and a line's end. */
    static final String WORDS = "कल रात 2 बजे ढाबे के पीछे लड़ाई हुई 👨‍👩‍👧 🙏🏽 🇮🇳 \"क्\u200dष\" \\ \n और";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Invented() {}

    static Reference reference() {
        return Reference.draw(RANDOM);
    }

    static CitizenId citizen() {
        return new CitizenId(Contract.ownName());
    }

    static Sealed sealed(int contentBytes) {
        byte[] bytes = new byte[Sealed.HEADER + 16 + contentBytes];
        RANDOM.nextBytes(bytes);
        bytes[0] = Sealed.VERSION;
        return new Sealed(bytes);
    }

    static Sealed sealed() {
        return sealed(40);
    }

    static TimelineEntry entry(Reference reference, Instant at, String cause) {
        return new TimelineEntry(reference, TimelineEntry.idOf(at, cause), at, "message", WORDS);
    }

    /** A text of so many bytes of UTF-8, three a letter. */
    static String longText(int bytes) {
        char[] letters = new char[bytes / 3];
        Arrays.fill(letters, 'क');
        return new String(letters);
    }
}
