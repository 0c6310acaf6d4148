package in.suchna.localaws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads CloudFormation's YAML into JSON, with the short tags ({@code !Ref}) turned into their long forms. */
final class CloudFormationYaml {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CloudFormationYaml() {}

    /** @throws TemplateBroken if it is no YAML */
    static JsonNode read(Reader yaml) {
        try {
            return JSON.valueToTree(new Yaml(new Tags()).load(yaml));
        } catch (YAMLException e) {
            throw new TemplateBroken("template.yaml can't be read as YAML: " + e.getMessage(), e);
        }
    }

    private static final class Tags extends SafeConstructor {
        Tags() {
            super(strict());
            yamlMultiConstructors.put("!", new Intrinsic());
        }

        private static LoaderOptions strict() {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return options;
        }

        private final class Intrinsic extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String tag = node.getTag().getValue().substring(1);
                Object value = switch (node) {
                    case ScalarNode scalar -> constructScalar(scalar);
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new TemplateBroken("!" + tag + " stands before something unknown");
                };
                return switch (tag) {
                    case "Ref", "Condition" -> Map.of(tag, value);
                    case "GetAtt" -> Map.of("Fn::GetAtt", value instanceof String text ? parts(text) : value);
                    default -> Map.of("Fn::" + tag, value);
                };
            }

            private List<String> parts(String dotted) {
                return List.of(dotted.split("\\.", 2));
            }
        }
    }
}
