package in.suchna.localaws.template;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.localaws.LocalParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every role of template.yaml, those still to come included. */
class RoleRulesTest {
    private static final Path FILE = Path.of("../../template.yaml");

    private final TemplateTree template = new TemplateTree();
    private final Template read = Template.read(FILE, LocalParameters.with(Map.of()));

    @Test
    void noRoleMayDoAnythingToEverything() {
        assertThat(template.statements()).isNotEmpty().allSatisfy(statement -> {
            assertThat(TemplateTree.texts(statement.path("Resource"))).doesNotContain("*");
            assertThat(TemplateTree.texts(statement.path("Action")))
                    .isNotEmpty()
                    .allSatisfy(action -> assertThat(action).doesNotContain("*"));
            assertThat(statement.has("NotAction")).isFalse();
        });
    }

    @Test
    void onlyAnSmsHasNoArnOfItsOwn() {
        assertThat(template.statements().filter(statement -> statement.has("NotResource")))
                .allSatisfy(statement ->
                        assertThat(TemplateTree.texts(statement.path("Action"))).containsExactly("sns:Publish"));
    }

    @Test
    void onlyReplyAndTheSecondPersonsApprovalMayOpenTheSeal() {
        String seal =
                Account.arn("kms", "key/" + Objects.requireNonNull(read.keys().get("SealKey")));

        assertThat(read.functions().values())
                .filteredOn(function -> function.role().allows("kms:Decrypt", seal))
                .map(Function::logicalId)
                .containsExactly("Reply", "RevealApprove");
        assertThat(template.statements()
                        // the desk reads viewing copies, which have a key of their own
                        .filter(statement -> !statement
                                .path("Resource")
                                .path("Fn::GetAtt")
                                .path(0)
                                .asText()
                                .equals("ExhibitsKey"))
                        .flatMap(statement -> TemplateTree.texts(statement.path("Action")).stream())
                        .filter(action -> action.equalsIgnoreCase("kms:Decrypt")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"both", "second"})
    void whileTheSealsKeyIsChangedTheSameTwoOpenEitherKeyAndOneSeals(String stage) {
        Template changing = Template.read(FILE, LocalParameters.with(Map.of("SealKeys", stage)));
        for (String id : List.of("SealKey", "SecondSealKey")) {
            String key = Account.arn(
                    "kms", "key/" + Objects.requireNonNull(changing.keys().get(id)));
            assertThat(changing.functions().values())
                    .filteredOn(function -> function.role().allows("kms:Decrypt", key))
                    .map(Function::logicalId)
                    .as(id)
                    .containsExactly("Reply", "RevealApprove");
        }
        String sealing = stage.equals("second") ? "SecondSealKey" : "SealKey";
        assertThat(changing.function("Webhook").environment())
                .containsEntry("SEAL_KEY", changing.keys().get(sealing));
        assertThat(changing.function("Reply").environment().get("SEAL_KEYS"))
                .isEqualTo(changing.keys().get("SecondSealKey") + ","
                        + changing.keys().get("SealKey"));
        assertThat(read.keys()).doesNotContainKey("SecondSealKey");
    }

    @Test
    void noRoleReadsAnOriginalAndOnlyTheDeskACopy() {
        String bucket = "arn:aws:s3:::" + read.function("Desk").environment().get("EXHIBITS_BUCKET");
        assertThat(read.functions().values())
                .noneMatch(function -> function.role().allows("s3:GetObject", bucket + "/original/x"));
        assertThat(read.functions().values())
                .filteredOn(function -> function.role().allows("s3:GetObject", bucket + "/viewing/x"))
                .map(Function::logicalId)
                .containsExactly("Desk");
    }

    @Test
    void theWebhookOfAllTablesMayOnlyPut() {
        assertThat(read.function("Webhook").role().statements().stream()
                        .filter(Statement::allows)
                        .flatMap(statement -> statement.actions().stream())
                        .filter(action -> action.startsWith("dynamodb:")))
                .containsOnly("dynamodb:PutItem");
    }

    @Test
    void everyRoleIsLambdasAndWritesToItsOwnLogOnly() {
        assertThat(template.each("AWS::IAM::Role"))
                .isNotEmpty()
                .allSatisfy((id, role) -> assertThat(role.path("AssumeRolePolicyDocument")
                                .path("Statement")
                                .valueStream())
                        .as(id)
                        .allSatisfy(trust -> assertThat(TemplateTree.texts(
                                        trust.path("Principal").path("Service")))
                                .containsExactly("lambda.amazonaws.com")));
        assertThat(read.functions().values()).isNotEmpty().allSatisfy(function -> {
            assertThat(writesTo(function, function.name()))
                    .as(function.logicalId())
                    .isTrue();
            assertThat(read.functions().values())
                    .filteredOn(other -> !other.equals(function))
                    .noneMatch(other -> writesTo(function, other.name()));
        });
    }

    private static boolean writesTo(Function function, String name) {
        String log = Account.arn("logs", "log-group:/aws/lambda/" + name + ":*");
        return function.role().allows("logs:PutLogEvents", log);
    }
}
