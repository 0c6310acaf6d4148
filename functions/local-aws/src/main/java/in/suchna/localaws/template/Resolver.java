package in.suchna.localaws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Works out {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub}, {@code Fn::Join} and {@code Fn::If}: the values a stack would
 * have, here.
 */
final class Resolver {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!{}][^{}]*)}");

    private final JsonNode resources;
    private final Parameters parameters;
    private final Conditions conditions;

    Resolver(JsonNode resources, Parameters parameters, JsonNode conditions) {
        this.resources = resources;
        this.conditions = new Conditions(conditions, this);
        this.parameters = parameters;
    }

    /** The tree with every intrinsic worked out. */
    JsonNode resolve(JsonNode node) {
        if (node.isArray()) {
            ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> resolved.add(resolve(element)));
            return resolved;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.size() == 1) {
            Map.Entry<String, JsonNode> only = node.properties().iterator().next();
            if (only.getKey().equals("Fn::If")) {
                JsonNode choice = only.getValue();
                return resolve(choice.path(conditions.hold(choice.path(0).asText()) ? 1 : 2));
            }
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return TextNode.valueOf(intrinsic(only.getKey(), only.getValue()));
            }
        }
        ObjectNode resolved = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> resolved.set(field.getKey(), resolve(field.getValue())));
        return resolved;
    }

    /** Whether a resource is there: its condition holds, or it has none. */
    boolean isThere(JsonNode resource) {
        return !resource.has("Condition")
                || conditions.hold(resource.path("Condition").asText());
    }

    private String intrinsic(String name, JsonNode argument) {
        return switch (name) {
            case "Ref" -> ref(argument.asText());
            case "Fn::GetAtt" ->
                attribute(argument.path(0).asText(), argument.path(1).asText());
            case "Fn::Sub" ->
                argument.isTextual()
                        ? sub(argument.asText(), JsonNodeFactory.instance.objectNode())
                        : sub(argument.path(0).asText(), resolve(argument.path(1)));
            case "Fn::Join" ->
                StreamSupport.stream(resolve(argument.path(1)).spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(argument.path(0).asText()));
            default -> throw new TemplateBroken(name + " is not known here yet; teach it to Resolver");
        };
    }

    private String sub(String text, JsonNode own) {
        Matcher variables = VARIABLE.matcher(text);
        String substituted = variables.replaceAll(found -> {
            String name = found.group(1);
            int dot = name.indexOf('.');
            String value = own.has(name)
                    ? own.path(name).asText()
                    : dot < 0 ? ref(name) : attribute(name.substring(0, dot), name.substring(dot + 1));
            return Matcher.quoteReplacement(value);
        });
        return substituted.replace("${!", "${");
    }

    private String ref(String name) {
        String pseudo = Account.PSEUDO_PARAMETERS.get(name);
        if (pseudo != null) {
            return pseudo;
        }
        return parameters.value(name).orElseGet(() -> physical(name));
    }

    private String physical(String logicalId) {
        return switch (typeOf(logicalId)) {
            case "AWS::SQS::Queue" -> Account.queueUrl(nameOf(logicalId));
            case "AWS::SNS::Topic" -> attribute(logicalId, "Arn");
            default -> nameOf(logicalId);
        };
    }

    String attribute(String logicalId, String attribute) {
        String name = nameOf(logicalId);
        String type = typeOf(logicalId);
        return switch (type + " " + attribute) {
            case "AWS::DynamoDB::Table Arn" -> Account.tableArn(name);
            case "AWS::DynamoDB::Table StreamArn" -> Account.tableArn(name) + "/stream/latest";
            case "AWS::Serverless::Function Arn" -> Account.arn("lambda", "function:" + name);
            case "AWS::IAM::Role Arn" -> "arn:aws:iam::" + Account.ID + ":role/" + name;
            case "AWS::KMS::Key Arn" -> Account.arn("kms", "key/" + name);
            case "AWS::SQS::Queue Arn" -> Account.arn("sqs", name);
            case "AWS::SQS::Queue QueueName", "AWS::SNS::Topic TopicName" -> name;
            case "AWS::SNS::Topic Arn", "AWS::SNS::Topic TopicArn" -> Account.arn("sns", name);
            case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + name;
            case "AWS::Logs::LogGroup Arn" -> Account.arn("logs", "log-group:" + name + ":*");
            default ->
                throw new TemplateBroken("The attribute " + attribute + " of " + logicalId + " (" + type
                        + ") is not known here yet; teach it to Resolver");
        };
    }

    /** The name a resource has here: the one the template gives it, else made of the stack's and its own. */
    String nameOf(String logicalId) {
        JsonNode properties = resources.path(logicalId).path("Properties");
        String given = switch (typeOf(logicalId)) {
            case "AWS::DynamoDB::Table" -> "TableName";
            case "AWS::Serverless::Function" -> "FunctionName";
            case "AWS::IAM::Role" -> "RoleName";
            case "AWS::SQS::Queue" -> "QueueName";
            case "AWS::SNS::Topic" -> "TopicName";
            case "AWS::S3::Bucket" -> "BucketName";
            case "AWS::Logs::LogGroup" -> "LogGroupName";
            default -> "Name";
        };
        String name = resolve(properties.path(given)).asText();
        if (!name.isEmpty()) {
            return name;
        }
        String made = Account.STACK + "-" + logicalId;
        return typeOf(logicalId).equals("AWS::S3::Bucket") ? made.toLowerCase(Locale.ROOT) : made;
    }

    private String typeOf(String logicalId) {
        if (!resources.has(logicalId)) {
            throw new TemplateBroken(
                    "template.yaml names " + logicalId + ", which is no parameter and no resource of it");
        }
        return resources.path(logicalId).path("Type").asText();
    }
}
