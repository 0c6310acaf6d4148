package in.suchna.localaws.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.localaws.LocalAws;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.SsmException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleClientTest {
    private LocalAws aws;

    @BeforeAll
    void start() {
        aws = LocalAws.inMemory(Path.of("../../template.yaml"), Map.of(), Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        aws.close();
    }

    @AfterEach
    void calm() {
        aws.calls().failBy(Fault.NONE);
        aws.calls().reset();
    }

    private static Map<String, AttributeValue> id(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    /** A put of something that has to be there already. */
    private TransactWriteItem putOf(String table, String id) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(aws.table(table)).item(id(id)).conditionExpression("attribute_exists(id)"))
                .build();
    }

    @Test
    void anAllowedCallGoesThroughAndIsCounted() {
        DynamoDbClient webhook = aws.clientOf("Webhook", DynamoDbClient.class);

        webhook.putItem(put -> put.tableName(aws.table("Messages")).item(id("one")));

        assertThat(aws.dynamo()
                        .getItem(get -> get.tableName(aws.table("Messages")).key(id("one")))
                        .hasItem())
                .isTrue();
        assertThat(aws.calls().of("Webhook")).containsExactly(Map.entry("dynamodb:PutItem", 1L));
    }

    @Test
    void aCallThePoliciesDoNotAllowIsRefusedAsAwsRefusesIt() {
        DynamoDbClient webhook = aws.clientOf("Webhook", DynamoDbClient.class);

        assertThatThrownBy(() -> webhook.putItem(
                        put -> put.tableName(aws.table("Tips")).item(Map.of("reference", AttributeValue.fromS("x")))))
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"))
                .hasMessageContaining("dynamodb:PutItem")
                .hasMessageContaining("suchna-Tips");
    }

    @Test
    void eachPartOfATransactionIsChecked() {
        DynamoDbClient intake = aws.clientOf("Intake", DynamoDbClient.class);

        assertThatThrownBy(() -> intake.transactWriteItems(
                        write -> write.transactItems(putOf("Citizens", "c"), putOf("Messages", "m"))))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("dynamodb:PutItem")
                .hasMessageContaining("suchna-Messages");
    }

    @Test
    void errorsOfTheServiceComeThroughAsTheyAre() {
        DynamoDbClient intake = aws.clientOf("Intake", DynamoDbClient.class);

        assertThatThrownBy(() -> intake.transactWriteItems(write -> write.transactItems(putOf("Citizens", "nobody"))))
                .isInstanceOf(TransactionCanceledException.class);
    }

    @Test
    void aPaginatorAndAnIndexAreCheckedToo() {
        DynamoDbClient reply = aws.clientOf("Reply", DynamoDbClient.class);
        DynamoDbClient alert = aws.clientOf("Alert", DynamoDbClient.class);

        assertThat(reply.queryPaginator(q -> q.tableName(aws.table("Outbox"))
                                .indexName("due")
                                .keyConditionExpression("due = :due")
                                .expressionAttributeValues(Map.of(":due", AttributeValue.fromS("0"))))
                        .items())
                .isEmpty();
        assertThat(aws.calls().of("Reply")).containsEntry("dynamodb:Query", 1L);
        assertThatThrownBy(() -> alert
                        .queryPaginator(q -> q.tableName(aws.table("Outbox"))
                                .keyConditionExpression("id = :id")
                                .expressionAttributeValues(Map.of(":id", AttributeValue.fromS("0"))))
                        .items()
                        .stream()
                        .count())
                .isInstanceOf(DynamoDbException.class);
    }

    @Test
    void anSmsLandsInTheInboxAndARefusalDoesNotQuoteTheNumber() {
        aws.clientOf("Alert", SnsClient.class)
                .publish(sms -> sms.phoneNumber("+915555000199").message("hello"));

        assertThat(aws.sns().inbox()).anySatisfy(sms -> {
            assertThat(sms.phone()).isEqualTo("+915555000199");
            assertThat(sms.text()).isEqualTo("hello");
        });
        SnsClient webhook = aws.clientOf("Webhook", SnsClient.class);
        assertThatThrownBy(() ->
                        webhook.publish(sms -> sms.phoneNumber("+915555000198").message("hello")))
                .isInstanceOf(SnsException.class)
                .hasMessageNotContaining("000198");
    }

    @Test
    void aSecretOfAnotherFunctionIsRefused() {
        SsmClient intake = aws.clientOf("Intake", SsmClient.class);
        SsmClient webhook = aws.clientOf("Webhook", SsmClient.class);

        assertThatThrownBy(() -> intake.getParameters(get -> get.names("/suchna/pepper")))
                .isInstanceOf(SsmException.class);
        assertThat(webhook.getParameters(get -> get.names("/suchna/app-secret").withDecryption(true))
                        .parameters())
                .singleElement()
                .satisfies(p -> assertThat(p.value()).isEqualTo(aws.secret("AppSecretName")));
    }

    @Test
    void aFaultBeforeTheCallHasNoEffectAndOneAfterItHas() {
        DynamoDbClient webhook = aws.clientOf("Webhook", DynamoDbClient.class);
        aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                throw Refusals.throttled(call);
            }
        });
        assertThatThrownBy(() -> webhook.putItem(
                        put -> put.tableName(aws.table("Messages")).item(id("before"))))
                .isInstanceOf(DynamoDbException.class);
        aws.calls().failBy(new Fault() {
            @Override
            public void after(Call call) {
                throw Fault.timeout();
            }
        });
        assertThatThrownBy(() -> webhook.putItem(
                        put -> put.tableName(aws.table("Messages")).item(id("after"))))
                .isInstanceOf(SdkClientException.class);

        assertThat(aws.dynamo()
                        .getItem(get -> get.tableName(aws.table("Messages")).key(id("before")))
                        .hasItem())
                .isFalse();
        assertThat(aws.dynamo()
                        .getItem(get -> get.tableName(aws.table("Messages")).key(id("after")))
                        .hasItem())
                .isTrue();
    }
}
