package in.suchna.localaws.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.store.Retention;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every table of template.yaml, those still to come included. */
class TableRulesTest {
    /** Its rows are no citizen's and stay until the roster is changed. */
    private static final Set<String> WITHOUT_END = Set.of("Officers");

    private final TemplateTree template = new TemplateTree();
    private final Map<String, JsonNode> tables = template.each("AWS::DynamoDB::Table");

    @Test
    void everyTableIsPaidByUseAndCanBeRestoredToAnyMoment() {
        assertThat(tables).isNotEmpty().allSatisfy((id, table) -> {
            assertThat(table.path("BillingMode").asText()).as(id).isEqualTo("PAY_PER_REQUEST");
            assertThat(table.path("PointInTimeRecoverySpecification")
                            .path("PointInTimeRecoveryEnabled")
                            .asBoolean())
                    .as(id)
                    .isTrue();
        });
    }

    @Test
    void everyTableIsEncryptedWithOurOwnKeyAndProtectedFromDeletion() {
        assertThat(tables).isNotEmpty().allSatisfy((id, table) -> {
            JsonNode encryption = table.path("SSESpecification");
            assertThat(encryption.path("SSEEnabled").asBoolean()).as(id).isTrue();
            assertThat(encryption.path("SSEType").asText()).as(id).isEqualTo("KMS");
            assertThat(encryption.path("KMSMasterKeyId").path("Ref").asText())
                    .as(id)
                    .isEqualTo("TableKey");
            assertThat(table.path("DeletionProtectionEnabled").asBoolean())
                    .as(id)
                    .isTrue();
        });
    }

    @Test
    void everyTableGivesWayToANewOneWhenABackupIsRestored() {
        assertThat(tables).isNotEmpty().allSatisfy((id, table) -> {
            JsonNode choice = table.path("TableName").path("Fn::If");
            assertThat(choice.path(0).asText()).as(id).isEqualTo("NewTables");
            assertThat(choice.path(1).path("Fn::Sub").asText()).isEqualTo("${AWS::StackName}-${Tables}-" + id);
            assertThat(choice.path(2).path("Ref").asText()).as(id).isEqualTo("AWS::NoValue");
        });
    }

    @Test
    void everyTableForgetsByTheAttributeTheStoresWrite() {
        assertThat(tables).isNotEmpty().allSatisfy((id, table) -> {
            JsonNode expiry = table.path("TimeToLiveSpecification");
            assertThat(expiry.path("Enabled").asBoolean()).as(id).isEqualTo(!WITHOUT_END.contains(id));
            assertThat(expiry.path("AttributeName").asText())
                    .as(id)
                    .isEqualTo(WITHOUT_END.contains(id) ? "" : Retention.ATTRIBUTE);
        });
    }
}
