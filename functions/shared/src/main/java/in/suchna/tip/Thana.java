package in.suchna.tip;

/**
 * A police station, by its name in Latin letters as it stands in the roster, such as {@code City Kotwali}.
 *
 * @param name not blank, at most 30 characters, because it is one variable of a registered SMS
 */
public record Thana(String name) {

    /** The longest variable that India's registered SMS templates take, in characters. */
    public static final int LONGEST_NAME = 30;

    /** @throws IllegalArgumentException if the name is blank or longer than {@value #LONGEST_NAME} characters */
    public Thana {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A thana's name has 1 to 30 characters: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
