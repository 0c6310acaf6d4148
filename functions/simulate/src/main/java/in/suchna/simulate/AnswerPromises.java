package in.suchna.simulate;

import in.suchna.outbox.Delivery;
import in.suchna.seal.Pepper;
import in.suchna.simulate.Town.Sent;
import in.suchna.simulate.Town.Written;
import in.suchna.store.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every message that was answered 200 has its tip and its answer, once. */
final class AnswerPromises {
    // what the webhook calls the keyed hash of a message's own id
    private static final String SELF = "self";
    private static final List<String> WORDS = List.of("sent", "delivered", "read");

    private final Evening evening;
    private final Pepper pepper;
    private final Map<String, Row> messages;
    private final Map<String, Row> tips;
    private final Map<String, Row> outbox;
    private final Map<String, List<Sent>> sent;
    private final List<Violation> broken = new ArrayList<>();

    AnswerPromises(Evening evening, Pepper pepper) {
        this.evening = evening;
        this.pepper = pepper;
        this.messages = new HashMap<>();
        evening.rows("Messages").stream()
                .filter(row -> row.text("kind").equals("live"))
                .forEach(row -> messages.put(
                        Evening.json(row.text("content")).path(SELF).asText(), row));
        this.tips = evening.rows("Tips", "reference");
        this.outbox = evening.rows("Outbox", "id");
        this.sent = evening.day().town().sent().stream().collect(Collectors.groupingBy(Sent::outbox));
    }

    List<Violation> broken() {
        evening.day().town().written().stream().filter(one -> one.taken).forEach(this::kept);
        outbox.values().forEach(this::said);
        sent.keySet().stream()
                .filter(id -> !outbox.containsKey(id))
                .forEach(id -> broken.add(new Violation("nothing is said that is in no outbox", String.valueOf(id))));
        evening.day().graph().broken().forEach(rule -> broken.add(new Violation("WhatsApp's rules are kept", rule)));
        return broken;
    }

    private void kept(Written written) {
        // known by its own mark in the copy, for the key is what a redelivery is known by
        Row row = messages.get(pepper.wamid(written.letter.wamid()));
        if (row == null) {
            broken.add(new Violation(
                    "what was answered 200 is kept", "\"%s\" is in no table".formatted(written.letter.words())));
        } else if (row.optionalTime("handledAt").isEmpty()) {
            if (!evening.isToldAsFailed("Intake.LiveMessages", row.text("id"))) {
                broken.add(new Violation(
                        "what was kept is taken down, or told as failed", "\"%s\"".formatted(written.letter.words())));
            }
        } else {
            taken(written, row.text("id"));
        }
    }

    private void taken(Written written, String id) {
        long times = tips.values().stream()
                .mapToLong(tip -> count(tip.text("text"), written.mark))
                .sum();
        if (!written.mark.isEmpty() && times != 1) {
            broken.add(new Violation(
                    "what was told stands in a tip, once",
                    "\"%s\" stands there %d times".formatted(written.letter.words(), times)));
        }
        if (outbox.keySet().stream().noneMatch(row -> row.contains(id + "."))) {
            broken.add(
                    new Violation("who wrote is answered", "\"%s\" has no answer".formatted(written.letter.words())));
        }
    }

    private static int count(String text, String mark) {
        return mark.isEmpty() ? 0 : (text.length() - text.replace(mark, "").length()) / mark.length();
    }

    /** What became of a row of the outbox. */
    private void said(Row row) {
        String id = row.text("id");
        Delivery delivery = Delivery.ofLabel(row.text("status"));
        List<Sent> times = sent.getOrDefault(id, List.of());
        switch (delivery) {
            case WAITING, SENDING ->
                broken.add(new Violation("an answer is sent or given up", "%s is %s".formatted(id, delivery)));
            case FAILED -> {
                boolean courtesy = row.optional("template").isEmpty();
                if (!courtesy
                        && !evening.isCounted("REPLY_FAILED", "outbox", id)
                        && !evening.isCounted("OFFICER_MESSAGE_FAILED", "outbox", id)) {
                    broken.add(new Violation("an answer that is given up is told", String.valueOf(id)));
                }
            }
            case SENT, DELIVERED, READ -> {
                if (times.isEmpty()) {
                    broken.add(new Violation("what is noted as sent was sent", String.valueOf(id)));
                }
            }
        }
        for (int i = 0; i + 1 < times.size(); i++) {
            if (!times.get(i).by().isHurt()) {
                broken.add(new Violation("nothing is said twice without a fault between", String.valueOf(id)));
            }
        }
        notBack(row, id, delivery);
    }

    /** By the receipts that were answered 200, and that no queue has. */
    private void notBack(Row row, String id, Delivery delivery) {
        List<String> told = evening.day().town().receipted().getOrDefault(id, List.of());
        int furthest = told.stream().mapToInt(WORDS::indexOf).max().orElse(-1);
        boolean lower = switch (delivery) {
            case DELIVERED -> furthest > WORDS.indexOf("delivered");
            case READ -> false;
            default -> furthest >= WORDS.indexOf("delivered");
        };
        if (lower
                && evening.rows("Receipts").stream()
                        .filter(receipt ->
                                receipt.optional("outbox").filter(id::equals).isPresent())
                        .noneMatch(receipt -> evening.isToldAsFailed("Reply.Receipts", receipt.text("id")))) {
            broken.add(new Violation(
                    "what WhatsApp says of a message is noted, and never less",
                    "%s is %s, told %s".formatted(id, row.text("status"), told)));
        }
    }
}
