package in.suchna.store;

import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import java.time.Instant;

/** On what ground a row of the Outbox is changed: what must still be true of it, or the change doesn't happen. */
public sealed interface Ground {

    /** Attribute: when WhatsApp said, by a receipt, that it failed; by WhatsApp's clock. */
    String REFUSED_AT = "refusedAt";

    /** The row. */
    String id();

    /** The condition, as DynamoDB reads it; {@code #status} is the status. */
    String condition();

    /** The values the condition names. */
    void fill(Row.Draft values);

    /**
     * We hold the row's lease: nothing has been heard of this attempt by another way, and nobody else took the row.
     *
     * @param attempt the number of the attempt we claimed
     */
    record Lease(String id, int attempt) implements Ground {

        /** The lease of a row just claimed. */
        public static Lease of(Outgoing claimed) {
            return new Lease(claimed.id(), claimed.attempts());
        }

        @Override
        public String condition() {
            return "#status = :sending AND attempts = :attempt";
        }

        @Override
        public void fill(Row.Draft values) {
            values.text(":sending", Delivery.SENDING.label()).number(":attempt", attempt);
        }
    }

    /**
     * A receipt said that it failed. The same receipt told twice, or one of an earlier attempt, changes nothing.
     *
     * @param at when it failed, by WhatsApp's clock
     */
    record Receipt(String id, Instant at) implements Ground {

        /** Whether it holds for a row as it was read: what the receipt tells was not taken in before. */
        public boolean holds(Row row) {
            Delivery delivery = Delivery.ofLabel(row.text("status"));
            return (delivery == Delivery.SENDING || delivery == Delivery.SENT)
                    && row.optionalTime(REFUSED_AT)
                            .filter(told -> !told.isBefore(at))
                            .isEmpty();
        }

        @Override
        public String condition() {
            return "#status IN (:sending, :sent) AND (attribute_not_exists(" + REFUSED_AT + ") OR " + REFUSED_AT
                    + " < :refused)";
        }

        @Override
        public void fill(Row.Draft values) {
            values.text(":sending", Delivery.SENDING.label())
                    .text(":sent", Delivery.SENT.label())
                    .time(":refused", at);
        }
    }

    /** Nobody has sent it, and nobody can: it is broken, or was tried too often. */
    record Unsent(String id) implements Ground {
        @Override
        public String condition() {
            return "#status IN (:waiting, :sending)";
        }

        @Override
        public void fill(Row.Draft values) {
            values.text(":waiting", Delivery.WAITING.label()).text(":sending", Delivery.SENDING.label());
        }
    }
}
