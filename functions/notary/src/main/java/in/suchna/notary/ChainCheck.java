package in.suchna.notary;

import in.suchna.ledger.Digest;
import in.suchna.ledger.Link;
import in.suchna.store.Canonical;
import in.suchna.store.Ledger;
import in.suchna.store.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks one tip's timeline against its chain, and names each entry with which something is wrong. */
final class ChainCheck {
    private ChainCheck() {}

    /**
     * What is wrong.
     *
     * @param entry the entry's id, or the link's number where there is no such entry
     * @param what in words
     */
    record Fault(String entry, String what) {
        @Override
        public String toString() {
            return entry + ": " + what;
        }
    }

    /** @param sealedUntil entries written after it may not be sealed yet */
    static List<Fault> faults(List<Row> entries, List<Ledger.Kept> chain, Instant sealedUntil) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Row> byId = new HashMap<>();
        entries.forEach(entry -> byId.put(entry.text("id"), entry));
        Set<String> linked = new HashSet<>();
        String before = Link.NONE;
        long number = 1;
        for (Ledger.Kept kept : chain) {
            Link link = kept.link();
            linked.add(link.entry());
            if (!kept.seal().equals(link.seal())) {
                faults.add(new Fault(link.entry(), "its link " + link.number() + " was changed after it was sealed"));
            }
            if (link.number() != number || !link.before().equals(before)) {
                faults.add(new Fault(link.entry(), "its link " + link.number() + " does not follow the one before"));
            }
            Row entry = byId.get(link.entry());
            if (entry == null) {
                faults.add(new Fault(link.entry(), "it was sealed and is gone"));
            } else if (!Digest.of(Canonical.textOf(entry)).equals(link.entryHash())) {
                faults.add(new Fault(link.entry(), "it was changed after it was sealed"));
            }
            before = kept.seal();
            number = link.number() + 1;
        }
        entries.stream()
                .filter(entry -> !linked.contains(entry.text("id")))
                .filter(entry -> entry.time("at").isBefore(sealedUntil))
                .forEach(entry -> faults.add(new Fault(entry.text("id"), "it was never sealed")));
        return faults;
    }
}
