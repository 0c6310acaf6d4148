package in.suchna.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import software.amazon.event.ruler.Machine;

/** A mapping's FilterCriteria, worked out by the rule engine that AWS itself uses. */
public final class RecordFilter {
    private final Machine machine = Machine.builder().build();
    private final boolean all;

    /**
     * @param patterns a record passes when one of them matches, or when there are none
     * @throws IllegalArgumentException if a pattern is none
     */
    public RecordFilter(List<String> patterns) {
        this.all = patterns.isEmpty();
        for (String pattern : patterns) {
            try {
                machine.addRule(pattern, pattern);
            } catch (IOException e) {
                throw new IllegalArgumentException("Not a filter pattern: " + pattern, e);
            }
        }
    }

    /** Whether the function is told of a record, as Lambda's event has it. */
    public boolean passes(JsonNode change) {
        try {
            return all || !machine.rulesForJSONEvent(change.toString()).isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException("A stream record can't be matched with a filter", e);
        }
    }
}
