package in.suchna.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Alert;
import in.suchna.duty.Channel;
import in.suchna.duty.Officer;
import in.suchna.outbox.Delivery;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Address;
import in.suchna.seal.Purpose;
import in.suchna.seal.Sealed;
import in.suchna.store.Outbox;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells officers on WhatsApp, beside the SMS and whatever became of it: a row of the outbox, which the reply function sends.
 * The officer's number is sealed as a citizen's is, so that reply needs no other right than it has.
 */
final class Messenger {

    /** What such a row is about, so that nobody takes it for an answer to a citizen. */
    static final String OFFICER = "officer";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration SWEPT_AFTER = Duration.ofMinutes(1);
    private static final String NOT_KNOWN = "not known";
    private static final int LONGEST_TEXT = 3_500;
    // a template's variable takes less than a message, and no line breaks
    private static final int LONGEST_VARIABLE = 600;

    private final Outbox outbox;
    private final PublicSeal seal;
    private final Templates templates;
    private final Clock clock;

    /**
     * The approved WhatsApp templates for officers.
     *
     * @param alert priority, reference and thana, with two buttons
     * @param details reference, text and thana, for who acknowledged and has not written to us within 24 hours
     * @param language their language, such as {@code hi}
     */
    record Templates(String alert, String details, String language) {}

    Messenger(Outbox outbox, PublicSeal seal, Templates templates, Clock clock) {
        this.outbox = outbox;
        this.seal = seal;
        this.templates = templates;
        this.clock = clock;
    }

    /** Calls an officer, once an alert. */
    void call(Alert alert, Officer officer) {
        String reference = alert.reference().text();
        ArrayNode components = JSON.createArrayNode();
        ArrayNode body = components.addObject().put("type", "body").putArray("parameters");
        variable(body, alert.priority().name());
        variable(body, reference);
        variable(body, alert.thana().map(Thana::name).orElse(NOT_KNOWN));
        button(components, 0, "COMING " + reference);
        button(components, 1, "ACK " + reference);
        String template = template(templates.alert(), components);
        // nobody knows of a window, and a template may always be sent
        write(idOf(alert, "call"), officer, template, template, Instant.EPOCH);
    }

    /** Tells the officer who has a tip what it is about: everything but who told it. */
    void tell(Alert alert, Officer officer, Acknowledgement word, Tip tip) {
        String thana = tip.judgement().thana().map(Thana::name).orElse(NOT_KNOWN);
        ObjectNode text = JSON.createObjectNode().put("type", "text");
        text.putObject("text")
                .put("preview_url", false)
                .put(
                        "body",
                        "*%s* %s %s\n\n%s"
                                .formatted(
                                        tip.reference(),
                                        tip.judgement().priority(),
                                        thana,
                                        shortened(tip.text(), LONGEST_TEXT)));
        ArrayNode components = JSON.createArrayNode();
        ArrayNode body = components.addObject().put("type", "body").putArray("parameters");
        variable(body, tip.reference().text());
        variable(body, shortened(tip.text().replaceAll("\\s+", " "), LONGEST_VARIABLE));
        variable(body, thana);
        // who has just written to us can be written to freely
        Instant windowUntil = word.via() == Channel.WHATSAPP ? word.at().plus(WINDOW) : Instant.EPOCH;
        write(idOf(alert, "details"), officer, text.toString(), template(templates.details(), components), windowUntil);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " …";
    }

    private static void variable(ArrayNode parameters, String value) {
        parameters.addObject().put("type", "text").put("text", value);
    }

    private static void button(ArrayNode components, int index, String payload) {
        components
                .addObject()
                .put("type", "button")
                .put("sub_type", "quick_reply")
                .put("index", Integer.toString(index))
                .putArray("parameters")
                .addObject()
                .put("type", "payload")
                .put("payload", payload);
    }

    private String template(String name, ArrayNode components) {
        ObjectNode message = JSON.createObjectNode().put("type", "template");
        ObjectNode template = message.putObject("template").put("name", name);
        template.putObject("language").put("code", templates.language());
        template.set("components", components);
        return message.toString();
    }

    // without a dot: what stands before one is a conversation of its own to reply
    private static String idOf(Alert alert, String what) {
        return Outgoing.OFFICER
                + "%s-%s-%s".formatted(what, alert.reference(), alert.key().replace('#', '-'));
    }

    private void write(String id, Officer officer, String payload, String template, Instant windowUntil) {
        Address address =
                new Address(Optional.of(officer.number().replace("+", "")), Optional.empty(), Optional.empty());
        Instant now = clock.instant();
        Sealed sealed = seal.envelopeAt(now).seal(Purpose.ADDRESS, address.bytes());
        outbox.putNow(new Outgoing(
                id,
                Optional.of(OFFICER),
                sealed,
                payload,
                Optional.of(template),
                windowUntil,
                Delivery.WAITING,
                0,
                now,
                now.plus(SWEPT_AFTER)));
    }
}
