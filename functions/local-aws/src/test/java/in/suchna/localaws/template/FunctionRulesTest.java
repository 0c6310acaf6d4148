package in.suchna.localaws.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.localaws.LocalParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every function and stream mapping of template.yaml, those still to come included. */
class FunctionRulesTest {
    private final TemplateTree template = new TemplateTree();
    private final Map<String, JsonNode> functions = template.functions();
    private final Map<String, JsonNode> mappings = template.mappings();

    @Test
    void everyFunctionRunsOnJava25OnArmFromASnapshotBehindTheAliasLive() {
        assertThat(functions).isNotEmpty().allSatisfy((id, function) -> {
            assertThat(function.path("Runtime").asText()).as(id).isEqualTo("java25");
            assertThat(TemplateTree.texts(function.path("Architectures")))
                    .as(id)
                    .containsExactly("arm64");
            assertThat(function.path("SnapStart").path("ApplyOn").asText())
                    .as(id)
                    .isEqualTo("PublishedVersions");
            assertThat(function.path("AutoPublishAlias").asText()).as(id).isEqualTo("live");
        });
    }

    @Test
    void aNewVersionOfWhatMayNeverFailIsTakenBackWhenItsAlarmsRing() {
        Set<String> alarms = template.each("AWS::CloudWatch::Alarm").keySet();
        // their users see at once that they fail, and nobody waits for them
        Set<String> askedByPeople = Set.of("Desk", "RevealRequest", "RevealApprove");

        assertThat(functions).isNotEmpty().allSatisfy((id, function) -> {
            JsonNode deployed = function.path("DeploymentPreference");
            assertThat(deployed.path("Type").asText()).as(id).startsWith("Canary");
            // a restored backup makes the old versions fail, and their alarms would keep the new ones away
            assertThat(deployed.path("Enabled").path("Ref").asText()).as(id).isEqualTo("Gradual");
            List<String> watched = deployed.path("Alarms").findValuesAsText("Ref");
            assertThat(alarms).as(id).containsAll(watched);
            assertThat(watched.isEmpty()).as(id).isEqualTo(askedByPeople.contains(id));
        });
    }

    @Test
    void everyFunctionHasALogThatIsNotKeptForEver() {
        Map<String, JsonNode> logs = template.each("AWS::Logs::LogGroup");

        assertThat(functions).isNotEmpty().allSatisfy((id, function) -> {
            String name = "/aws/lambda/"
                    + function.path("FunctionName").path("Fn::Sub").asText();
            assertThat(logs.values())
                    .as("log group of %s", id)
                    .filteredOn(log ->
                            log.path("LogGroupName").path("Fn::Sub").asText().equals(name))
                    .singleElement()
                    .satisfies(log -> assertThat(log.has("RetentionInDays")).isTrue());
        });
    }

    @Test
    void everyFunctionHasARoleOfItsOwn() {
        assertThat(functions.values())
                .map(TemplateTree::roleOf)
                .doesNotHaveDuplicates()
                .isSubsetOf(template.each("AWS::IAM::Role").keySet());
    }

    @Test
    void everyMappingTakesOnlyWhatItWantsAndTellsWhichRecordsFailed() {
        assertThat(mappings).isNotEmpty().allSatisfy((name, mapping) -> {
            assertThat(mapping.path("FilterCriteria").path("Filters")).as(name).isNotEmpty();
            assertThat(TemplateTree.texts(mapping.path("FunctionResponseTypes")))
                    .as(name)
                    .containsExactly("ReportBatchItemFailures");
            assertThat(mapping.path("BisectBatchOnFunctionError").asBoolean())
                    .as(name)
                    .isTrue();
            assertThat(mapping.path("StartingPosition").asText()).as(name).isEqualTo("TRIM_HORIZON");
            assertThat(mapping.path("MaximumRetryAttempts").asInt(-1)).as(name).isPositive();
            assertThat(mapping.path("MaximumRecordAgeInSeconds").asInt(-1))
                    .as(name)
                    .isBetween(60, 86_400);
        });
    }

    @Test
    void whatAMappingGivesUpLandsInAQueueTheRoleMaySendToAndAnAlarmWatches() {
        Template read = Template.read(Path.of("../../template.yaml"), LocalParameters.with(Map.of()));

        assertThat(mappings).isNotEmpty().allSatisfy((name, mapping) -> {
            String queue = mapping.path("DestinationConfig")
                    .path("OnFailure")
                    .path("Destination")
                    .path("Fn::GetAtt")
                    .path(0)
                    .asText();
            assertThat(template.each("AWS::SQS::Queue")).as(name).containsKey(queue);
            assertThat(template.each("AWS::CloudWatch::Alarm").values())
                    .as("alarm on %s", queue)
                    .anyMatch(alarm -> watches(alarm, queue));
            String function = name.substring(0, name.indexOf('.'));
            assertThat(read.function(function)
                            .role()
                            .allows(
                                    "sqs:SendMessage",
                                    Account.arn("sqs", read.queues().getOrDefault(queue, ""))))
                    .as("%s may send to %s", function, queue)
                    .isTrue();
        });
    }

    private static boolean watches(JsonNode alarm, String queue) {
        JsonNode dimension = alarm.path("Dimensions").path(0);
        return alarm.path("Namespace").asText().equals("AWS/SQS")
                && alarm.path("MetricName").asText().equals("ApproximateNumberOfMessagesVisible")
                && dimension.path("Name").asText().equals("QueueName")
                && dimension.path("Value").path("Fn::GetAtt").path(0).asText().equals(queue);
    }
}
