package in.suchna.webhook.sender;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent a message, in the clear: lives only while the message is sealed.
 *
 * @param userId the business-scoped user id, the stable one
 * @param phone the number in digits
 * @param otherIds further ids of the same person: another form of the number, the parent id, ids they had before
 * @param traces everything that gives the person away when it stands in a text: ids, numbers, group
 * @param names names they gave themselves
 */
public record Sender(
        Optional<String> userId, Optional<String> phone, List<String> otherIds, Set<String> traces, Set<String> names) {
    public Sender {
        otherIds = List.copyOf(otherIds);
        traces = Set.copyOf(traces);
        names = Set.copyOf(names);
    }

    /** The id a citizen is known by: the user id, for it outlives a hidden number; else the number. */
    public Optional<String> stableId() {
        return userId.or(() -> phone);
    }

    @Override
    public String toString() {
        return "Sender[sealed]";
    }
}
