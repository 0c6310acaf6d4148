package in.suchna.localaws.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The template's conditions: {@code Fn::Equals} and {@code Fn::Not}. */
final class Conditions {
    private final JsonNode declared;
    private final Resolver resolver;

    Conditions(JsonNode declared, Resolver resolver) {
        this.declared = declared;
        this.resolver = resolver;
    }

    /** @throws TemplateBroken if there is no such condition, or it says what is not known here */
    boolean hold(String name) {
        if (!declared.has(name)) {
            throw new TemplateBroken("template.yaml has no condition " + name);
        }
        return isTrue(declared.path(name));
    }

    private boolean isTrue(JsonNode condition) {
        Map.Entry<String, JsonNode> only = condition.properties().iterator().next();
        JsonNode argument = only.getValue();
        return switch (only.getKey()) {
            case "Fn::Equals" -> resolver.resolve(argument.path(0)).equals(resolver.resolve(argument.path(1)));
            case "Fn::Not" -> !isTrue(argument.path(0));
            case "Condition" -> hold(argument.asText());
            default -> throw new TemplateBroken(only.getKey() + " is not known here yet; teach it to Conditions");
        };
    }
}
