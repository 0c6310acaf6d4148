package in.suchna.localaws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** template.yaml as it is written, with {@code !Ref} and the like in their long forms: for rules about the file itself. */
final class TemplateTree {
    static final Path FILE = Path.of("../../template.yaml");

    private final JsonNode root;

    TemplateTree() {
        try (Reader yaml = Files.newBufferedReader(FILE)) {
            this.root = CloudFormationYaml.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("template.yaml can't be read", e);
        }
    }

    /** The properties of every resource of a type, by logical id. */
    Map<String, JsonNode> each(String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        root.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type))
                .forEach(resource ->
                        found.put(resource.getKey(), resource.getValue().path("Properties")));
        return found;
    }

    /** The functions with the globals they don't override. */
    Map<String, JsonNode> functions() {
        Map<String, JsonNode> functions = new TreeMap<>();
        each("AWS::Serverless::Function").forEach((id, own) -> {
            ObjectNode merged = JsonNodeFactory.instance.objectNode();
            root.path("Globals").path("Function").properties().forEach(p -> merged.set(p.getKey(), p.getValue()));
            own.properties().forEach(p -> merged.set(p.getKey(), over(merged.path(p.getKey()), p.getValue())));
            functions.put(id, merged);
        });
        return functions;
    }

    /** As SAM does it: a map of the function's own is laid over the global one. */
    private static JsonNode over(JsonNode global, JsonNode own) {
        return global instanceof ObjectNode below && own instanceof ObjectNode above
                ? below.deepCopy().setAll(above)
                : own;
    }

    /** Every stream mapping, named by its function and event. */
    Map<String, JsonNode> mappings() {
        Map<String, JsonNode> mappings = new TreeMap<>();
        functions()
                .forEach((function, properties) -> properties.path("Events").properties().stream()
                        .filter(event -> event.getValue().path("Type").asText().equals("DynamoDB"))
                        .forEach(event -> mappings.put(
                                function + "." + event.getKey(),
                                event.getValue().path("Properties"))));
        return mappings;
    }

    /** Every statement of every role's policies. */
    Stream<JsonNode> statements() {
        return each("AWS::IAM::Role").values().stream()
                .flatMap(role -> role.path("Policies").valueStream())
                .flatMap(policy ->
                        policy.path("PolicyDocument").path("Statement").valueStream());
    }

    /** What a function's role is called. */
    static String roleOf(JsonNode function) {
        return function.path("Role").path("Fn::GetAtt").path(0).asText();
    }

    /** The texts of a list, or the one text in its place. */
    static List<String> texts(JsonNode node) {
        return ResourceReader.texts(node);
    }
}
