package in.suchna.localaws.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table of the template.
 *
 * @param logicalId its name in the template
 * @param name its physical name
 * @param attributeTypes the types of the key attributes: S, N or B
 * @param key the table's key
 * @param indexes its global secondary indexes
 * @param streamView what its stream's records hold; empty without a stream
 * @param expiry the attribute that holds the time to live
 */
public record Table(
        String logicalId,
        String name,
        Map<String, String> attributeTypes,
        Key key,
        List<Index> indexes,
        Optional<String> streamView,
        Optional<String> expiry) {
    public Table {
        attributeTypes = Map.copyOf(attributeTypes);
        indexes = List.copyOf(indexes);
    }

    /**
     * A key.
     *
     * @param hash the partition key's attribute
     * @param range the sort key's attribute, if there is one
     */
    public record Key(String hash, Optional<String> range) {}

    /**
     * A global secondary index.
     *
     * @param name its name
     * @param key its key
     * @param projection ALL, KEYS_ONLY or INCLUDE
     * @param included the attributes besides the keys, for INCLUDE
     */
    public record Index(String name, Key key, String projection, List<String> included) {
        public Index {
            included = List.copyOf(included);
        }
    }
}
