package in.suchna.reveal;

import in.suchna.tip.Reference;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What the requester keeps until the address is shown: 32 letters and digits (160 bits), in fours, as a person writes them.
 *
 * @param text without spaces
 */
record Code(String text) {
    private static final int LENGTH = 32;
    private static final int GROUP = 4;

    static Code draw(SecureRandom random) {
        StringBuilder drawn = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            drawn.append(Reference.ALPHABET.charAt(random.nextInt(Reference.ALPHABET.length())));
        }
        return new Code(drawn.toString());
    }

    /** Reads a code as a person writes it. */
    static Optional<Code> read(String written) {
        String tidy = written.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean valid = tidy.length() == LENGTH && tidy.chars().allMatch(c -> Reference.ALPHABET.indexOf(c) >= 0);
        return valid ? Optional.of(new Code(tidy)) : Optional.empty();
    }

    /** In fours. */
    String grouped() {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return "Code[]";
    }
}
