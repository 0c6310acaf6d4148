package in.suchna.localaws.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who of the police may call which function: a widget's function is not told who clicked, so IAM keeps people apart. */
class PeopleRulesTest {
    private final TemplateTree template = new TemplateTree();
    private final Map<String, JsonNode> policies = template.each("AWS::IAM::ManagedPolicy");

    private List<String> called(String policy, String effect) {
        return policies.getOrDefault(policy, MissingNode.getInstance())
                .path("PolicyDocument")
                .path("Statement")
                .valueStream()
                .filter(statement -> statement.path("Effect").asText().equals(effect))
                .filter(statement ->
                        TemplateTree.texts(statement.path("Action")).contains("lambda:InvokeFunction"))
                .flatMap(statement -> statement.path("Resource").isArray()
                        ? statement.path("Resource").valueStream()
                        : Stream.of(statement.path("Resource")))
                .map(JsonNode::toString)
                .toList();
    }

    @Test
    void whoMayAskMayNotApproveAndWhoMayApproveMayNotAskWhateverElseAllowsIt() {
        assertThat(called("RevealRequestersPolicy", "Allow"))
                .singleElement()
                .asString()
                .contains("RevealRequest.Arn");
        assertThat(called("RevealRequestersPolicy", "Deny"))
                .hasSize(2)
                .allSatisfy(resource -> assertThat(resource).contains("RevealApprove"));
        assertThat(called("RevealApproversPolicy", "Allow"))
                .singleElement()
                .asString()
                .contains("RevealApprove.Arn");
        assertThat(called("RevealApproversPolicy", "Deny"))
                .hasSize(2)
                .allSatisfy(resource -> assertThat(resource).contains("RevealRequest"));
    }

    @Test
    void whoWorksAtTheDeskMayCallNothingElse() {
        assertThat(called("DeskOfficersPolicy", "Allow"))
                .singleElement()
                .asString()
                .contains("Desk.Arn");
    }

    @Test
    void eachGroupHasItsPolicyAndNoOther() {
        Map<String, JsonNode> groups = template.each("AWS::IAM::Group");
        assertThat(groups.keySet()).containsExactlyInAnyOrder("DeskOfficers", "RevealRequesters", "RevealApprovers");
        groups.forEach((name, group) -> {
            assertThat(group.path("ManagedPolicyArns").toString()).isEqualTo("[{\"Ref\":\"" + name + "Policy\"}]");
            assertThat(group.has("Policies")).isFalse();
        });
    }

    @Test
    void cloudTrailNotesEachCallThatAPersonMakes() {
        assertThat(template.each("AWS::CloudTrail::Trail").values())
                .singleElement()
                .satisfies(trail -> {
                    assertThat(trail.path("IsLogging").asBoolean()).isTrue();
                    assertThat(trail.path("EnableLogFileValidation").asBoolean())
                            .isTrue();
                    assertThat(trail.path("AdvancedEventSelectors").toString())
                            .contains("AWS::Lambda::Function", "\"Desk\"", "\"RevealRequest\"", "\"RevealApprove\"");
                });
    }
}
