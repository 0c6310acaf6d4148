package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.localaws.template.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

abstract class TablesContract extends Contract {

    TablesContract(Cloud cloud) {
        super(cloud);
    }

    private TableDescription described(Table table) {
        return cloud.dynamo().describeTable(d -> d.tableName(table.name())).table();
    }

    private static List<String> attributes(List<KeySchemaElement> schema) {
        return schema.stream().map(KeySchemaElement::attributeName).toList();
    }

    private static List<String> attributes(Table.Key key) {
        return Stream.concat(Stream.of(key.hash()), key.range().stream()).toList();
    }

    @Test
    void everyTableHasTheKeyIndexesAndStreamOfTheTemplate() {
        assertThat(cloud.template().tables().values()).isNotEmpty().allSatisfy(table -> {
            TableDescription there = described(table);
            assertThat(attributes(there.keySchema())).isEqualTo(attributes(table.key()));
            assertThat(there.globalSecondaryIndexes())
                    .map(GlobalSecondaryIndexDescription::indexName)
                    .containsExactlyInAnyOrderElementsOf(
                            table.indexes().stream().map(Table.Index::name).toList());
            assertThat(Optional.ofNullable(there.streamSpecification()).map(stream -> stream.streamViewTypeAsString()))
                    .isEqualTo(table.streamView());
        });
    }
}
