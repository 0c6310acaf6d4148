package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/** Between the Graph API and the phones: finds the recipient, puts the message on the phone, and tells the webhook how it went. */
final class Switchboard {
    /** How long after a person's message a business may write freely. */
    static final Duration WINDOW = Duration.ofHours(24);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[0-9A-Za-z]{1,128}");
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
    private static final int INTERNATIONAL = 11;
    private static final String OWN_COUNTRY = "91";

    private final Clock clock;
    private final Phones phones;
    private final Wamid wamids;
    private final WebhookBodies bodies;
    private final Courier courier;
    private final LongAdder dropped = new LongAdder();

    Switchboard(Clock clock, Phones phones, Wamid wamids, WebhookBodies bodies, Courier courier) {
        this.clock = clock;
        this.phones = phones;
        this.wamids = wamids;
        this.bodies = bodies;
        this.courier = courier;
    }

    /**
     * To whom a message goes.
     *
     * @param phone the phone; empty where Meta drops it silently: a user id in {@code to}
     * @param answer the answer's contact
     */
    private record Recipient(Optional<Phone> phone, ObjectNode answer) {}

    /** Takes a message that broke no rule. {@code failure} makes it fail by a receipt. */
    ObjectNode take(JsonNode message, Optional<Integer> failure) {
        Recipient recipient = recipientOf(message);
        String wamid = recipient
                .phone()
                .map(phone -> wamids.to(phone.person()))
                .orElseGet(() -> wamids.to(Person.ofUserId(message.path("to").asText())));
        recipient
                .phone()
                .ifPresentOrElse(phone -> route(phone, wamid, (ObjectNode) message, failure), dropped::increment);
        ObjectNode answer = JSON.createObjectNode().put("messaging_product", "whatsapp");
        answer.putArray("contacts").add(recipient.answer());
        answer.putArray("messages").addObject().put("id", wamid);
        return answer;
    }

    /** How many messages were taken and dropped because a user id stood in {@code to}. */
    long dropped() {
        return dropped.sum();
    }

    private Recipient recipientOf(JsonNode message) {
        String to = message.path("to").asText();
        ObjectNode answer = JSON.createObjectNode();
        if (to.isBlank()) {
            String userId = message.path("recipient").asText();
            answer.put("input", userId).put("user_id", userId);
            return new Recipient(Optional.of(phones.ofUserId(userId)), answer);
        }
        String digits = international(to);
        answer.put("input", to).put("wa_id", digits);
        return new Recipient(
                USER_ID.matcher(to).matches() ? Optional.empty() : Optional.of(phones.ofNumber(digits)), answer);
    }

    private static String international(String to) {
        String digits = NOT_DIGITS.matcher(to).replaceAll("");
        return to.startsWith("+") || digits.length() >= INTERNATIONAL ? digits : OWN_COUNTRY + digits;
    }

    private void route(Phone phone, String wamid, ObjectNode message, Optional<Integer> failure) {
        Optional<String> callback =
                Optional.ofNullable(message.get("biz_opaque_callback_data")).map(JsonNode::asText);
        Instant now = clock.instant();
        Optional<Integer> code =
                failure.or(() -> windowClosed(phone, message, now) ? Optional.of(131047) : Optional.empty());
        if (code.isPresent()) {
            GraphError error = GraphError.of(code.get(), "The message was not delivered.");
            tell(phone, new Receipt(wamid, "failed", now, callback, Optional.of(error)));
            return;
        }
        callback.ifPresent(own -> phone.callback(wamid, own));
        show(phone, wamid, message, now);
        var _ = courier.deliver(
                        bodies.status(phone.person(), new Receipt(wamid, "sent", now, callback, Optional.empty())))
                .thenRun(() ->
                        tell(phone, new Receipt(wamid, "delivered", clock.instant(), callback, Optional.empty())));
    }

    private static boolean windowClosed(Phone phone, JsonNode message, Instant now) {
        boolean template = message.path("type").asText().equals("template");
        return !template
                && phone.lastWrote()
                        .map(wrote -> wrote.plus(WINDOW).isBefore(now))
                        .orElse(false);
    }

    private void show(Phone phone, String wamid, ObjectNode message, Instant now) {
        if (message.path("type").asText().equals("reaction")) {
            JsonNode reaction = message.path("reaction");
            phones.change(
                    phone,
                    reaction.path("message_id").asText(),
                    bubble -> bubble.withTheirReaction(reaction.path("emoji").asText()));
            return;
        }
        phones.add(phone, Bubble.received(wamid, now, contentOf(message)));
    }

    private static ObjectNode contentOf(ObjectNode message) {
        return message.deepCopy()
                .without(java.util.List.of(
                        "messaging_product", "recipient_type", "to", "recipient", "biz_opaque_callback_data"));
    }

    private void tell(Phone phone, Receipt receipt) {
        var _ = courier.deliver(bodies.status(phone.person(), receipt));
    }

    /** The business says "read" of a message, and perhaps that it is writing. */
    void read(String wamid, boolean typing) {
        phones.senderOf(wamid).ifPresent(phone -> {
            for (Bubble bubble : phone.chat()) {
                boolean last = bubble.id().equals(wamid);
                if (bubble.mine() && (last || bubble.tick() == Bubble.Tick.DELIVERED)) {
                    phones.change(phone, bubble.id(), b -> b.withTick(Bubble.Tick.READ));
                }
                if (last) {
                    break;
                }
            }
            if (typing) {
                phones.typing(phone);
            }
        });
    }

    /** The holder looks at the chat: what the police said is read. */
    void opened(Phone phone) {
        for (Bubble bubble : phone.unread()) {
            phones.change(phone, bubble.id(), b -> b.withTick(Bubble.Tick.READ));
            tell(
                    phone,
                    new Receipt(bubble.id(), "read", clock.instant(), phone.callbackOf(bubble.id()), Optional.empty()));
        }
    }
}
