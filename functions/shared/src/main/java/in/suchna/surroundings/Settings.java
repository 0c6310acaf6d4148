package in.suchna.surroundings;

import java.util.Map;
import java.util.Optional;

/**
 * A function's environment variables, as template.yaml sets them.
 *
 * @param variables name to value
 */
public record Settings(Map<String, String> variables) {
    public Settings {
        variables = Map.copyOf(variables);
    }

    /** The environment this process was started in. */
    public static Settings ofProcess() {
        return new Settings(System.getenv());
    }

    /** @throws SettingMissing if it is absent or blank */
    public String text(String name) {
        return optional(name).orElseThrow(() -> new SettingMissing(name, "is not set"));
    }

    /** A setting that may be absent; a blank one counts as absent. */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).filter(v -> !v.isBlank());
    }

    /** @throws SettingMissing if it is absent or no whole number */
    public int number(String name) {
        String text = text(name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new SettingMissing(name, "is no whole number: " + text);
        }
    }
}
