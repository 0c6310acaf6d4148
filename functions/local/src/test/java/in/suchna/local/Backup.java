package in.suchna.local;

import in.suchna.localaws.LocalAws;
import in.suchna.localaws.dynamo.EmbeddedDynamo;
import in.suchna.localaws.dynamo.TableRequest;
import in.suchna.localaws.template.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What point-in-time recovery would give back.
 *
 * @param tables the tables as the template has them
 * @param rows each table's rows, as they were at the moment
 */
record Backup(List<Table> tables, Map<String, List<Map<String, AttributeValue>>> rows) {

    /** How the names of the restored tables begin. */
    static final String PREFIX = "restored";

    /** All rows as they are now. */
    static Backup of(LocalAws aws) {
        Map<String, List<Map<String, AttributeValue>>> rows = new HashMap<>();
        List<Table> tables = List.copyOf(aws.template().tables().values());
        tables.forEach(table -> rows.put(table.logicalId(), rows(aws.dynamo(), table.name())));
        return new Backup(tables, rows);
    }

    static List<Map<String, AttributeValue>> rows(DynamoDbClient dynamo, String table) {
        return dynamo.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(Map::copyOf)
                .toList();
    }

    List<Map<String, AttributeValue>> of(String table) {
        return rows.getOrDefault(table, new ArrayList<>());
    }

    /** As AWS does it: new tables of other names, with rows and indexes, and without streams; then all old ones but one are lost. */
    void restoreIn(Path folder, String survivor) {
        try (EmbeddedDynamo dynamo = new EmbeddedDynamo(Optional.of(folder.resolve("dynamodb.db")))) {
            for (Table table : tables) {
                String name = PREFIX + "-" + table.logicalId();
                dynamo.client()
                        .createTable(TableRequest.of(new Table(
                                table.logicalId(),
                                name,
                                table.attributeTypes(),
                                table.key(),
                                table.indexes(),
                                Optional.empty(),
                                Optional.empty())));
                of(table.logicalId())
                        .forEach(row -> dynamo.client()
                                .putItem(put -> put.tableName(name).item(row)));
                if (!table.logicalId().equals(survivor)) {
                    dynamo.client().deleteTable(d -> d.tableName(table.name()));
                }
            }
        }
    }
}
