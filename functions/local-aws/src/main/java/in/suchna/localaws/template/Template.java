package in.suchna.localaws.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What template.yaml makes of this machine.
 *
 * @param parameters the parameters' values
 * @param tables the tables by logical id
 * @param functions the functions by logical id
 * @param queues the queues' names by logical id
 * @param keys the keys' ids by logical id
 * @param buckets the buckets' names by logical id
 * @param dashboards the dashboards' bodies, JSON, by logical id
 * @param alarms the alarms by logical id
 * @param topics the topics by logical id
 */
public record Template(
        Map<String, String> parameters,
        Map<String, Table> tables,
        Map<String, Function> functions,
        Map<String, String> queues,
        Map<String, String> keys,
        Map<String, String> buckets,
        Map<String, String> dashboards,
        Map<String, Alarm> alarms,
        Map<String, Topic> topics) {

    /**
     * Reads the file.
     *
     * @param given values of parameters, over the defaults
     * @throws ParameterMissing if a parameter has no usable value
     * @throws TemplateBroken if the file can't be read or understood
     */
    public static Template read(Path file, Map<String, String> given) {
        try (Reader yaml = Files.newBufferedReader(file)) {
            return read(yaml, given);
        } catch (IOException e) {
            throw new TemplateBroken("No template can be read at " + file.toAbsolutePath(), e);
        }
    }

    /** Reads its text. */
    public static Template read(Reader yaml, Map<String, String> given) {
        JsonNode root = CloudFormationYaml.read(yaml);
        Parameters parameters = new Parameters(root.path("Parameters"), given);
        return new ResourceReader(root, parameters).template();
    }

    /** @throws TemplateBroken if the template has no such function */
    public Function function(String logicalId) {
        return Optional.ofNullable(functions.get(logicalId))
                .orElseThrow(() -> new TemplateBroken("template.yaml has no function " + logicalId));
    }

    /** @throws TemplateBroken if the template has no such table */
    public Table table(String logicalId) {
        return Optional.ofNullable(tables.get(logicalId))
                .orElseThrow(() -> new TemplateBroken("template.yaml has no table " + logicalId));
    }
}
