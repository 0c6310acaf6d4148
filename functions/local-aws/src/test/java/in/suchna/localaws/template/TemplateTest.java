package in.suchna.localaws.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import in.suchna.localaws.LocalParameters;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Path FILE = Path.of("../../template.yaml");

    private final Template template = Template.read(FILE, LocalParameters.with(Map.of("ReplyTemplate", "other")));

    @Test
    void aTableHasItsPhysicalNameKeyIndexAndStream() {
        Table outbox = template.table("Outbox");

        assertThat(outbox.name()).isEqualTo("suchna-Outbox");
        assertThat(outbox.key()).isEqualTo(new Table.Key("id", Optional.empty()));
        assertThat(outbox.streamView()).contains("NEW_IMAGE");
        assertThat(outbox.expiry()).contains("expires");
        assertThat(outbox.indexes())
                .extracting(Table.Index::name, Table.Index::key)
                .containsExactly(
                        tuple("due", new Table.Key("due", Optional.of("dueAt"))),
                        tuple("failed", new Table.Key("failedFor", Optional.of("failedAt"))));
    }

    @Test
    void aFunctionHasHandlerTimeoutAndEnvironmentOfItsOwnAndOfTheGlobals() {
        Function reply = template.function("Reply");

        assertThat(reply.handler()).isEqualTo("in.suchna.reply.Reply");
        assertThat(reply.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(template.function("Webhook").timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(reply.environment())
                .containsEntry("OUTBOX_TABLE", "suchna-Outbox")
                .containsEntry("RETENTION_DAYS", "400")
                .containsEntry("WHATSAPP_TOKEN", "/suchna/whatsapp-token");
        assertThat(template.function("Intake").environment()).containsEntry("REPLY_TEMPLATE", "other");
    }

    @Test
    void aConditionDecidesWhatIsThereAndWhichValueItHas() {
        String text = """
                Parameters:
                  Big: {Type: String, Default: "no"}
                Conditions:
                  IsBig: !Equals [!Ref Big, "yes"]
                  IsSmall: !Not [!Condition IsBig]
                Resources:
                  Always: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [IsBig, large, small]}}
                  Sometimes: {Type: AWS::SQS::Queue, Condition: IsBig, Properties: {QueueName: more}}
                """;

        assertThat(Template.read(new StringReader(text), Map.of()).queues()).isEqualTo(Map.of("Always", "small"));
        assertThat(Template.read(new StringReader(text), Map.of("Big", "yes")).queues())
                .isEqualTo(Map.of("Always", "large", "Sometimes", "more"));
        assertThatThrownBy(() -> Template.read(
                        new StringReader(text.replace("Condition: IsBig", "Condition: IsHuge")), Map.of()))
                .isInstanceOf(TemplateBroken.class)
                .hasMessageContaining("IsHuge");
    }

    @Test
    void eventsAreRoutesMappingsAndSchedules() {
        assertThat(template.function("Webhook").events(Event.HttpRoute.class))
                .extracting(Event.HttpRoute::method, Event.HttpRoute::path)
                .contains(tuple("GET", "/whatsapp"), tuple("POST", "/whatsapp"));
        assertThat(template.function("Intake").events(Event.StreamMapping.class))
                .singleElement()
                .satisfies(mapping -> {
                    assertThat(mapping.table()).isEqualTo("Messages");
                    assertThat(mapping.batchSize()).isEqualTo(10);
                    assertThat(mapping.retries()).isEqualTo(20);
                    assertThat(mapping.reportsFailures()).isTrue();
                    assertThat(mapping.patterns()).singleElement().asString().contains("live");
                    assertThat(mapping.failedQueue()).contains(Account.arn("sqs", "suchna-IntakeFailed"));
                });
        assertThat(template.function("Alert").events(Event.Schedule.class))
                .contains(new Event.Schedule("Due", Duration.ofMinutes(1), "{\"sweep\":\"due\"}"));
    }

    @Test
    void aRoleMayDoWhatItsStatementsSayAndNothingElse() {
        Role webhook = template.function("Webhook").role();

        assertThat(webhook.allows("dynamodb:PutItem", Account.tableArn("suchna-Messages")))
                .isTrue();
        assertThat(webhook.allows("dynamodb:PutItem", Account.tableArn("suchna-Tips")))
                .isFalse();
        assertThat(webhook.allows("dynamodb:GetItem", Account.tableArn("suchna-Messages")))
                .isFalse();
    }

    @Test
    void anSmsMayGoToANumberButNotToATopic() {
        Role alert = template.function("Alert").role();

        assertThat(alert.allows("sns:Publish", "+915555000100")).isTrue();
        assertThat(alert.allows("sns:Publish", Account.arn("sns", "alarms"))).isFalse();
    }

    @Test
    void theKeysOwnPolicyDeniesEvenWhatARoleAllowsItself() {
        Role reply = template.function("Reply").role();
        String key = Account.arn("kms", "key/" + template.keys().get("SealKey"));
        Role greedy = new Role("greedy", "arn:aws:iam::000000000000:role/greedy", reply.statements());

        assertThat(reply.allows("kms:Decrypt", key)).isTrue();
        assertThat(greedy.allows("kms:Decrypt", key)).isFalse();
    }

    @Test
    void aParameterWithoutValueIsNamed() {
        assertThatThrownBy(() -> Template.read(FILE, Map.of()))
                .isInstanceOf(ParameterMissing.class)
                .hasMessageContaining("has no default and was given no value");
    }

    @Test
    void aValueItsPatternRefusesIsNamedAndNotQuoted() {
        Map<String, String> wrong = LocalParameters.with(Map.of("ControlRoomNumber", "five"));

        assertThatThrownBy(() -> Template.read(FILE, wrong))
                .isInstanceOf(ParameterMissing.class)
                .hasMessageContaining("ControlRoomNumber")
                .hasMessageNotContaining("five");
    }

    @Test
    void aValueForAParameterThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Template.read(FILE, LocalParameters.with(Map.of("Colour", "red"))))
                .isInstanceOf(ParameterMissing.class)
                .hasMessageContaining("Colour");
    }

    @Test
    void aReferenceToNothingIsNamed() {
        String yaml = """
                Resources:
                  Things:
                    Type: AWS::SQS::Queue
                    Properties: {QueueName: !Sub "${Nothing}-queue"}
                """;

        assertThatThrownBy(() -> Template.read(new StringReader(yaml), Map.of()))
                .isInstanceOf(TemplateBroken.class)
                .hasMessageContaining("Nothing");
    }

    @Test
    void subTakesItsOwnVariablesAndLeavesEscapedOnes() {
        String yaml = """
                Resources:
                  Things:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Sub ["${a}-${AWS::StackName}-${!kept}", {a: !Join ["+", [x, !Ref AWS::Region]]}]
                """;

        assertThat(Template.read(new StringReader(yaml), Map.of()).queues())
                .containsEntry("Things", "x+ap-south-1-suchna-${kept}");
    }
}
