package in.suchna.localaws.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads policies of roles, and the denials in the policies of keys. */
final class PolicyReader {

    /** The role with what its own policies say, and what keys deny. */
    Role role(String name, JsonNode properties, List<Statement> keyDenials) {
        List<Statement> statements = new ArrayList<>(keyDenials);
        for (JsonNode policy : properties.path("Policies")) {
            for (JsonNode statement : policy.path("PolicyDocument").path("Statement")) {
                if (statement.has("Condition")) {
                    throw new TemplateBroken("A condition in a policy of the role " + name
                            + " is not known here yet; teach it to PolicyReader");
                }
                statements.add(statement(statement, ResourceReader.texts(statement.path("Resource")), List.of()));
            }
        }
        return new Role(name, "arn:aws:iam::" + Account.ID + ":role/" + name, statements);
    }

    /** What a key denies to everybody but some; what it allows is left to the roles' own policies. */
    List<Statement> denials(JsonNode keyPolicy, String keyArn) {
        List<Statement> denials = new ArrayList<>();
        for (JsonNode statement : keyPolicy.path("Statement")) {
            if (statement.path("Effect").asText().equals("Deny")) {
                JsonNode but = statement.path("Condition").path("ArnNotEquals").path("aws:PrincipalArn");
                denials.add(statement(statement, List.of(keyArn), ResourceReader.texts(but)));
            }
        }
        return denials;
    }

    private static Statement statement(JsonNode statement, List<String> resources, List<String> notFor) {
        List<String> others = ResourceReader.texts(statement.path("NotResource"));
        return new Statement(
                statement.path("Effect").asText().equals("Allow"),
                ResourceReader.texts(statement.path("Action")),
                others.isEmpty() ? resources : others,
                !others.isEmpty(),
                notFor);
    }
}
