package in.suchna.localaws;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Values for the parameters of template.yaml that have no default: invented, in {@code parameters.properties}. */
public final class LocalParameters {
    private static final String FILE = "parameters.properties";

    private LocalParameters() {}

    /** These values, with others over them. */
    public static Map<String, String> with(Map<String, String> others) {
        Properties file = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(LocalParameters.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FILE + " can't be read", e);
        }
        Map<String, String> values = new HashMap<>();
        file.stringPropertyNames().forEach(name -> values.put(name, file.getProperty(name)));
        values.putAll(others);
        return values;
    }
}
