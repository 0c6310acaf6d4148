package in.suchna.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the page may see of the tables. */
public interface Tables {
    /** The tables' names as template.yaml has them, such as {@code Tips}. */
    List<String> names();

    /**
     * A table's newest rows, the newest first.
     *
     * @param limit the most rows
     */
    List<ObjectNode> newest(String table, int limit);
}
