package in.suchna.localaws.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What each role of template.yaml can reach, as a table in Markdown: one row a role and thing. */
final class RoleTable {
    /** What every role has of its own, and no other: {@link RoleRulesTest} and {@link FunctionRulesTest} say so. */
    private static final Pattern OWN = Pattern.compile("logs:.*|sqs:SendMessage");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z]+)(?:\\.Arn)?}");
    private static final Pattern PARAMETER = Pattern.compile(".*:parameter\\$\\{([A-Za-z]+)}");

    private RoleTable() {}

    static String of(TemplateTree template) {
        StringBuilder table = new StringBuilder("| role | may | on |\n|---|---|---|\n");
        template.each("AWS::IAM::Role").forEach((role, properties) -> {
            Map<String, Set<String>> reach = new TreeMap<>();
            properties
                    .path("Policies")
                    .forEach(policy -> policy.path("PolicyDocument")
                            .path("Statement")
                            .forEach(statement -> add(reach, statement)));
            reach.forEach((thing, actions) -> table.append(
                    "| %s | %s | %s |\n".formatted(role.replaceFirst("Role$", ""), String.join(", ", actions), thing)));
        });
        return table.toString();
    }

    private static void add(Map<String, Set<String>> reach, JsonNode statement) {
        boolean others = statement.has("NotResource");
        boolean denied = !statement.path("Effect").asText().equals("Allow");
        for (String resource : namesOf(statement.path(others ? "NotResource" : "Resource"))) {
            for (JsonNode action : listOf(statement.path("Action"))) {
                if (!OWN.matcher(action.asText()).matches()) {
                    reach.computeIfAbsent((others ? "all but " : "") + resource, _ -> new TreeSet<>())
                            .add((denied ? "not " : "") + action.asText());
                }
            }
        }
    }

    private static List<JsonNode> listOf(JsonNode node) {
        List<JsonNode> list = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(list::add);
        } else {
            list.add(node);
        }
        return list;
    }

    /** Whatever a condition decides, a role may reach in one of its two cases. */
    private static List<String> namesOf(JsonNode resources) {
        if (resources.has("Fn::If")) {
            return Stream.of(1, 2)
                    .flatMap(choice -> namesOf(resources.path("Fn::If").path(choice)).stream())
                    .toList();
        }
        return listOf(resources).stream().map(RoleTable::nameOf).toList();
    }

    private static String nameOf(JsonNode resource) {
        if (resource.has("Fn::GetAtt")) {
            String attribute = resource.path("Fn::GetAtt").path(1).asText();
            String name = resource.path("Fn::GetAtt").path(0).asText();
            return attribute.equals("StreamArn") ? name + ", its stream" : name;
        }
        String text = resource.path("Fn::Sub").asText(resource.asText());
        if (PARAMETER.matcher(text).matches()) {
            return "secret " + PARAMETER.matcher(text).replaceFirst("$1").replaceFirst("Name$", "");
        }
        return VARIABLE.matcher(text).replaceAll("$1").replace("arn:${AWS::Partition}:sns:*:*:*", "topics");
    }
}
