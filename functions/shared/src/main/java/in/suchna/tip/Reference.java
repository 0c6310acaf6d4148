package in.suchna.tip;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The seven letters and digits by which a citizen and an officer speak of one tip, such as {@code 7K3QM9T}.
 *
 * <p>Six characters of Crockford's base 32 (no I, L, O, U) and one check character, the weighted sum modulo 31 as one of
 * the first 31 characters. It finds any one wrong character and any two neighbours swapped, but for the pair 0 and Z.
 *
 * @param text seven upper-case characters with a right check character
 */
public record Reference(String text) {

    /** Crockford's base 32: no I, L, O or U, which handwriting confuses. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Characters in a reference, the check character included. */
    public static final int LENGTH = 7;

    private static final int CHECK_MODULUS = 31;
    private static final Pattern WORD = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{" + LENGTH + "}(?![0-9A-Za-z])");

    /** @throws IllegalArgumentException if the text is not a reference, its check character included */
    public Reference {
        if (!isValid(text)) {
            throw new IllegalArgumentException("Not a reference (7 letters and digits, the last a check): " + text);
        }
    }

    /** Draws a new reference; uniqueness is the Tips table's business. */
    public static Reference draw(RandomGenerator random) {
        while (true) {
            StringBuilder drawn = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH - 1; i++) {
                drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            // one digit at least, so that findIn can tell a reference from a seven-letter word
            if (drawn.chars().anyMatch(Character::isDigit)) {
                return new Reference(drawn.append(checkOf(drawn)).toString());
            }
        }
    }

    /**
     * The reference that begins with six characters of {@link #ALPHABET}.
     *
     * @throws IllegalArgumentException if they are not six such characters
     */
    public static Reference ofSix(String six) {
        if (six.length() != LENGTH - 1 || !six.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("A reference begins with 6 letters and digits: " + six);
        }
        return new Reference(six + checkOf(six));
    }

    /** Reads a reference as a person writes it: small letters, O for 0, I or L for 1. */
    public static Optional<Reference> read(String written) {
        String tidy = written.strip()
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return isValid(tidy) ? Optional.of(new Reference(tidy)) : Optional.empty();
    }

    /** Finds the first reference named in a text. */
    public static Optional<Reference> findIn(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            Optional<Reference> found = read(words.group());
            // seven-letter words are common, references without a digit are not
            if (found.isPresent() && words.group().chars().anyMatch(Character::isDigit)) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.length() == LENGTH
                && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && checkOf(text.substring(0, LENGTH - 1)) == text.charAt(LENGTH - 1);
    }

    private static char checkOf(CharSequence six) {
        int sum = 0;
        for (int i = 0; i < six.length(); i++) {
            sum += (i + 2) * ALPHABET.indexOf(six.charAt(i));
        }
        return ALPHABET.charAt(sum % CHECK_MODULUS);
    }

    @Override
    public String toString() {
        return text;
    }
}
