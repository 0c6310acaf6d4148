package in.suchna.localaws.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The template's parameters with the values they have here: what was given, else the default. */
final class Parameters {
    private final Map<String, String> values = new TreeMap<>();

    /** @throws ParameterMissing if one has no value or one that its pattern refuses, or if a value is given for none */
    Parameters(JsonNode declared, Map<String, String> given) {
        given.keySet().stream().filter(name -> !declared.has(name)).findFirst().ifPresent(name -> {
            throw new ParameterMissing(name, "is given a value, but there is no such parameter");
        });
        declared.properties().forEach(entry -> values.put(entry.getKey(), valueOf(entry, given)));
    }

    private static String valueOf(Map.Entry<String, JsonNode> declared, Map<String, String> given) {
        JsonNode rules = declared.getValue();
        String value = Optional.ofNullable(given.get(declared.getKey()))
                .or(() -> Optional.ofNullable(rules.get("Default")).map(JsonNode::asText))
                .orElseThrow(() -> new ParameterMissing(declared.getKey(), "has no default and was given no value"));
        String pattern = rules.path("AllowedPattern").asText(".*");
        if (!value.matches(pattern)) {
            throw new ParameterMissing(declared.getKey(), "has a value that its pattern " + pattern + " refuses");
        }
        return value;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Map<String, String> all() {
        return Map.copyOf(values);
    }
}
