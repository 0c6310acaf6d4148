package in.suchna.local.page;

import in.suchna.localaws.policy.Call;
import in.suchna.localaws.template.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which tables of template.yaml a call of a function writes to. */
final class TableNames {
    private final Map<String, String> logical = new HashMap<>();

    TableNames(Map<String, Table> tables) {
        tables.forEach((name, table) -> logical.put(table.name(), name));
    }

    /** The tables' names as template.yaml has them. */
    List<String> writtenBy(Call call) {
        return call.accesses().stream()
                .filter(Call.Access::writesTable)
                .flatMap(access -> nameIn(access.resource()).stream())
                .distinct()
                .toList();
    }

    private Optional<String> nameIn(String arn) {
        return Optional.ofNullable(logical.get(arn.substring(arn.lastIndexOf('/') + 1)));
    }
}
