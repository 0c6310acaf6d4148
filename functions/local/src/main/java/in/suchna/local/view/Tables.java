package in.suchna.local.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What is in the tables, as plain JSON; what is sealed is shown as sealed. */
public interface Tables {
    /** The tables' logical ids, in alphabetical order. */
    List<String> names();

    /**
     * The newest rows of a table, the newest first.
     *
     * @param name a logical id
     * @param limit the most rows
     */
    List<JsonNode> newest(String name, int limit);
}
