package in.suchna.intake.conversation;

import in.suchna.tip.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that ask for something instead of telling something. They stand in {@code commands.properties}. */
public final class Commands {

    /** What a word or a tap asks for. */
    public enum Command {
        STATUS,
        FORGET,
        LANGUAGE,
        HELP,
        NEW,
        GREETING,
        THANKS
    }

    private static final int MOST_WORDS = 4;
    private final Properties words;

    private Commands(Properties words) {
        this.words = words;
    }

    /** Reads the resource file. */
    public static Commands ofResources() {
        Properties words = new Properties();
        try (InputStream in = Commands.class.getResourceAsStream("commands.properties");
                InputStreamReader reader = new InputStreamReader(
                        java.util.Objects.requireNonNull(in, "commands.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("commands.properties can't be read", e);
        }
        return new Commands(words);
    }

    /** What a text asks for; empty where it tells something. */
    public Optional<Command> find(String text) {
        Optional<Reference> reference = Reference.findIn(text);
        String bare = bare(reference.isPresent() ? text.replaceAll("(?i)\\b[0-9A-Z]{7}\\b", " ") : text);
        if (bare.isEmpty()) {
            return reference.isPresent() ? Optional.of(Command.STATUS) : Optional.empty();
        }
        if (bare.split(" ").length > MOST_WORDS) {
            return Optional.empty();
        }
        return Arrays.stream(Command.values())
                .filter(command -> phrases(command).contains(bare))
                .findFirst();
    }

    private Set<String> phrases(Command command) {
        return Arrays.stream(words.getProperty(command.name().toLowerCase(Locale.ROOT), "")
                        .split(","))
                .map(Commands::bare)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }
}
