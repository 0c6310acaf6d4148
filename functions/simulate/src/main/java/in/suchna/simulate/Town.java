package in.suchna.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.localaws.sms.Sms;
import in.suchna.simulate.Bodies.Letter;
import in.suchna.simulate.plan.Plan;
import in.suchna.simulate.plan.Step;
import in.suchna.simulate.turn.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The people and WhatsApp: who writes what, and how they answer what they get. */
final class Town implements Graph.Mailroom {

    /** A message WhatsApp knocked with, and whether it was answered 200. */
    static final class Written {
        final Letter letter;
        final String mark;
        boolean taken;

        Written(Letter letter, String mark) {
            this.letter = letter;
            this.mark = mark;
        }
    }

    /**
     * A message of ours that WhatsApp took.
     *
     * @param outbox our own id of it
     * @param phone to whom
     * @param by the invocation that sent it
     */
    record Sent(String outbox, String phone, Invocation by) {}

    /**
     * An SMS that SNS took.
     *
     * @param sms as it is
     * @param by the invocation that sent it
     */
    record Rung(Sms sms, Invocation by) {}

    /**
     * A receipt that was answered 200.
     *
     * @param outbox our own id of the message
     * @param word what became of it
     */
    record Receipted(String outbox, String word) {}

    private final Plan plan;
    private final Knocking knocking;
    private final Agenda agenda;
    private final RandomGenerator random;
    private final Story story;
    private final List<Written> written = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Rung> rung = new ArrayList<>();
    private final List<Receipted> receipted = new ArrayList<>();
    private int messages;
    private int offered;

    Town(Plan plan, Knocking knocking, Agenda agenda, RandomGenerator random, Story story) {
        this.plan = plan;
        this.knocking = knocking;
        this.agenda = agenda;
        this.random = random;
        this.story = story;
    }

    /** Puts down what the citizens will write. */
    void begin() {
        Map<Integer, List<Step.Said>> bodies = new TreeMap<>();
        plan.steps(Step.Said.class)
                .forEach(said -> bodies.computeIfAbsent(said.body(), _ -> new ArrayList<>())
                        .add(said));
        bodies.forEach((number, said) -> {
            Instant at = plan.start().plus(said.getFirst().at());
            List<Written> together = said.stream().map(one -> written(one, at)).toList();
            ObjectNode body = Bodies.of(together.stream().map(one -> one.letter).toList());
            agenda.at(at, () -> knock(together, body));
            plan.steps(Step.KnockedAgain.class)
                    .filter(again -> again.body() == number)
                    .forEach(again -> agenda.at(at.plus(again.after()), () -> {
                        story.fault("knocked again");
                        knock(together, body);
                    }));
        });
    }

    private Written written(Step.Said said, Instant at) {
        Sender sender = Sender.CITIZENS.get(said.person());
        Letter letter = new Letter(sender, Bodies.wamid(sender, messages++), at, said.words());
        Written one = new Written(letter, said.mark());
        written.add(one);
        return one;
    }

    private void knock(List<Written> together, ObjectNode body) {
        together.forEach(one -> story.tell(() -> "WhatsApp knocks: \"%s\"".formatted(one.letter.words())));
        knocking.knock(body, () -> together.forEach(one -> one.taken = true));
    }

    @Override
    public Answer take(JsonNode message) {
        int number = offered++;
        String outbox = message.path("biz_opaque_callback_data").asText();
        String phone = message.path("to").asText().replace("+", "");
        Optional<Integer> refused = plan.steps(Step.Refused.class)
                .filter(step -> step.message() == number)
                .map(Step.Refused::code)
                .findFirst();
        if (refused.isPresent()) {
            story.tell(() -> "    *** WhatsApp refuses message %d with %d".formatted(number, refused.get()));
            story.fault("refused");
            return new Answer("", refused);
        }
        sent.add(new Sent(outbox, phone, Invocation.current()));
        String wamid = Bodies.wamid(new Sender("", phone, ""), 50_000 + number);
        Optional<Integer> failure = plan.steps(Step.FailedLater.class)
                .filter(step -> step.message() == number)
                .map(Step.FailedLater::code)
                .findFirst();
        failure.ifPresent(_ -> {
            story.fault("failed later");
            Invocation.current().hurt();
        });
        failure.ifPresentOrElse(
                code -> receipt(phone, wamid, "failed", outbox, Optional.of(code), Duration.ofSeconds(2)),
                () -> receipts(number, phone, wamid, outbox));
        return new Answer(wamid, Optional.empty());
    }

    private void receipts(int number, String phone, String wamid, String outbox) {
        boolean mixed = plan.steps(Step.ReceiptsMixed.class).anyMatch(step -> step.message() == number);
        List<String> words = new ArrayList<>(List.of("sent", "delivered"));
        if (random.nextBoolean()) {
            words.add("read");
        }
        if (mixed) {
            story.fault("receipts mixed");
            words.addAll(words.reversed());
        }
        Duration after = Duration.ZERO;
        for (String word : mixed ? words.reversed() : words) {
            after = after.plusMillis(200 + random.nextInt(mixed ? 100_000 : 4_000));
            receipt(phone, wamid, word, outbox, Optional.empty(), after);
        }
    }

    private void receipt(
            String phone, String wamid, String word, String outbox, Optional<Integer> code, Duration after) {
        // the words of one message each have the time at which it happened, whenever they come
        int order = List.of("sent", "delivered", "read", "failed").indexOf(word);
        Instant at = agenda.clock().instant().plusSeconds(order);
        agenda.after(after, () -> {
            story.tell(() ->
                    "WhatsApp knocks: %s is %s".formatted(outbox.substring(0, Math.min(8, outbox.length())), word));
            knocking.knock(
                    Bodies.receipt(phone, wamid, word, at, outbox, code),
                    () -> receipted.add(new Receipted(outbox, word)));
        });
    }

    /** SNS has taken an SMS; its officer may answer. */
    void ring(Sms sms) {
        int number = rung.size();
        rung.add(new Rung(sms, Invocation.current()));
        plan.steps(Step.Answered.class)
                .filter(answer -> answer.sms() == number)
                .forEach(answer -> agenda.after(answer.after(), () -> answer(sms, answer.way())));
    }

    private void answer(Sms sms, Step.Way way) {
        story.tell(() -> "an officer answers by %s: %s".formatted(way, sms.text()));
        String reference = sms.text().replaceAll(".* tip ([0-9A-Z]{7}),.*", "$1");
        String token = sms.text().replaceAll(".*/a/(\\w+).*", "$1");
        switch (way) {
            case LINK -> knocking.press(token, "HAVE", () -> {});
            case LINK_COMING -> knocking.press(token, "COMING", () -> {});
            case LINK_TWICE -> {
                knocking.press(token, "HAVE", () -> {});
                knocking.press(token, "COMING", () -> {});
            }
            case WHATSAPP -> write(sms, "ACK " + reference);
            case WHATSAPP_COMING -> write(sms, reference + " coming");
            case WHATSAPP_DONE -> write(sms, reference + " done two arrested");
        }
    }

    private void write(Sms sms, String words) {
        Sender officer = Sender.officer(sms.phone());
        Letter letter = new Letter(
                officer, Bodies.wamid(officer, messages++), agenda.clock().instant(), words);
        Written one = new Written(letter, "");
        written.add(one);
        knock(List.of(one), Bodies.of(List.of(letter)));
    }

    List<Written> written() {
        return List.copyOf(written);
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    List<Rung> rung() {
        return List.copyOf(rung);
    }

    /** How far each message of ours has come, by the receipts that were answered 200. */
    Map<String, List<String>> receipted() {
        Map<String, List<String>> words = new HashMap<>();
        receipted.forEach(one ->
                words.computeIfAbsent(one.outbox(), _ -> new ArrayList<>()).add(one.word()));
        return words;
    }
}
