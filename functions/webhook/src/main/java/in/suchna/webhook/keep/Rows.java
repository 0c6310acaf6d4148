package in.suchna.webhook.keep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.CitizenId;
import in.suchna.duty.Account;
import in.suchna.message.KeptMessage;
import in.suchna.message.Kind;
import in.suchna.message.MessageId;
import in.suchna.message.Receipt;
import in.suchna.outbox.Outgoing;
import in.suchna.seal.Address;
import in.suchna.seal.Envelopes;
import in.suchna.seal.Pepper;
import in.suchna.seal.Purpose;
import in.suchna.seal.Sealer;
import in.suchna.webhook.body.Body;
import in.suchna.webhook.body.BodyJson;
import in.suchna.webhook.body.Heard;
import in.suchna.webhook.mask.ClearCopy;
import in.suchna.webhook.mask.Mask;
import in.suchna.webhook.sender.Contacts;
import in.suchna.webhook.sender.Sender;
import in.suchna.webhook.sender.SenderReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes rows of things heard: one copy in the clear without identity, one whole and sealed. */
final class Rows {
    /** Bytes of a row's content. */
    static final int LARGEST_CONTENT = 120_000;

    // tried one after the other until a copy fits; 65,536 is the longest text WhatsApp lets anyone send
    private static final List<Integer> LONGEST_TEXTS = List.of(65_536, 20_000, 1_000);
    private static final String UNREADABLE = "unreadable";

    private final Pepper pepper;
    private final Envelopes envelopes;
    private final Instant now;

    Rows(Pepper pepper, Envelopes envelopes, Instant now) {
        this.pepper = pepper;
        this.envelopes = envelopes;
        this.now = now;
    }

    Kept of(Heard heard) {
        return switch (heard) {
            case Heard.Message message -> message(message);
            case Heard.Status status -> receipt(status);
            case Heard.Change change -> change(change);
            case Heard.Broken _, Heard.Unreadable _ -> unreadable(heard);
        };
    }

    /** Anything as it came and no more: for what can't be read, or can't be written otherwise. */
    Kept unreadable(Heard heard) {
        byte[] bytes = bytesOf(heard);
        String field = heard instanceof Heard.Broken(String name, JsonNode _) ? Words.plain(name) : Body.NO_FIELD;
        return sealedOnly(Kind.UNREADABLE, field, UNREADABLE, bytes, JsonNodeFactory.instance.objectNode());
    }

    private Kept message(Heard.Message heard) {
        ObjectNode message = heard.message();
        Sender sender = SenderReader.read(message, heard.around().contacts());
        String wamid = message.path("id").asText();
        Sealer.Envelope envelope = envelopes.at(now);
        Original original = new Original(envelope, bytesOf(heard));
        Address address = new Address(sender.phone(), sender.userId(), Optional.of(wamid));
        KeptMessage row = new KeptMessage(
                pepper.message(wamid, typeOf(message), Words.raw(message, "timestamp")),
                heard.kind(),
                heard.around().field(),
                Words.plain(message, "type"),
                sender.stableId().map(pepper::citizen),
                sender.phone().map(pepper::citizen),
                aliases(sender),
                contentOf(message, new Mask(sender, wamid), original.parts()),
                original.first(),
                address.canBeAnswered()
                        ? Optional.of(envelope.seal(Purpose.ADDRESS, address.bytes()))
                        : Optional.empty(),
                Times.of(message, now),
                now);
        return new Kept.Message(original.further(row), row);
    }

    // as it came: the key must be the same at every redelivery, and different for different words
    private static String typeOf(ObjectNode message) {
        String type = Words.raw(message, "type");
        return type.isEmpty() ? "none" : type;
    }

    private List<CitizenId> aliases(Sender sender) {
        Stream<CitizenId> others = sender.otherIds().stream().map(pepper::citizen);
        // after the pepper was renewed, who wrote before is still the same
        Stream<CitizenId> earlier = Stream.concat(sender.stableId().stream(), sender.otherIds().stream())
                .flatMap(id -> pepper.earlierCitizens(id).stream());
        return Stream.concat(others, earlier).toList();
    }

    private Kept receipt(Heard.Status heard) {
        ObjectNode status = heard.status();
        Sender recipient = SenderReader.read(status, heard.around().contacts());
        String wamid = status.path("id").asText();
        String word = status.path("status").asText();
        Optional<String> outbox = Optional.of(Words.raw(status, "biz_opaque_callback_data"))
                .filter(id -> !id.isBlank())
                .map(Words::plain);
        return new Kept.Receipts(new Receipt(
                pepper.receipt(
                        wamid,
                        word,
                        Words.raw(status, "timestamp"),
                        recipient.stableId().orElse("")),
                outbox,
                outbox.filter(Outgoing::isOfficers).flatMap(_ -> accountOf(recipient)),
                Words.plain(word),
                errorCode(status),
                contentOf(status, new Mask(recipient, wamid), 1),
                Times.of(status, now),
                now));
    }

    private Optional<Account> accountOf(Sender person) {
        return person.phone()
                .flatMap(
                        phone -> person.userId().map(user -> new Account(pepper.citizen(phone), pepper.citizen(user))));
    }

    private static Optional<Integer> errorCode(ObjectNode status) {
        JsonNode code = status.path("errors").path(0).path("code");
        return code.canConvertToInt() || code.isTextual()
                ? Optional.of(code.asInt()).filter(c -> c != 0 || code.isNumber())
                : Optional.empty();
    }

    private Kept change(Heard.Change heard) {
        JsonNode value = heard.change().path("value");
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        // only fields that never speak of a person are copied in the clear
        if (heard.kind() == Kind.EVENT && value instanceof ObjectNode event) {
            Mask mask = new Mask(SenderReader.read(event, Contacts.of(event)));
            content = new ClearCopy(mask, pepper, LONGEST_TEXTS.getLast()).of(event);
            content.remove(List.of("contacts", ClearCopy.SELF));
        }
        String type = Words.raw(value, "event");
        return sealedOnly(
                heard.kind(),
                Words.plain(heard.field()),
                Words.plain(type.isEmpty() ? heard.field() : type),
                bytesOf(heard),
                content);
    }

    private Kept sealedOnly(Kind kind, String field, String type, byte[] bytes, ObjectNode content) {
        Original original = new Original(envelopes.at(now), bytes);
        MessageId id = pepper.content(bytes);
        if (original.parts() > 1) {
            content.put(ClearCopy.PARTS, original.parts());
        }
        String text = BodyJson.text(content);
        KeptMessage row = new KeptMessage(
                id,
                kind,
                field,
                type,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                fits(text) ? text : "{\"clipped\":true}",
                original.first(),
                Optional.empty(),
                now,
                now);
        return new Kept.Message(original.further(row), row);
    }

    private String contentOf(ObjectNode message, Mask mask, int parts) {
        for (int longest : LONGEST_TEXTS) {
            ObjectNode copy = new ClearCopy(mask, pepper, longest).of(message);
            if (parts > 1) {
                copy.put(ClearCopy.PARTS, parts);
            }
            if (longest < LONGEST_TEXTS.getFirst()) {
                copy.put(ClearCopy.CLIPPED, true);
            }
            String text = BodyJson.text(copy);
            if (fits(text)) {
                return text;
            }
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.put(ClearCopy.SELF, pepper.wamid(message.path("id").asText()));
        copy.put(ClearCopy.PARTS, parts);
        copy.put(ClearCopy.CLIPPED, true);
        return BodyJson.text(copy);
    }

    private static boolean fits(String text) {
        return text.length() <= LARGEST_CONTENT / 3 || text.getBytes(StandardCharsets.UTF_8).length <= LARGEST_CONTENT;
    }

    private static byte[] bytesOf(Heard heard) {
        return switch (heard) {
            case Heard.Message(Kind _, var around, ObjectNode message) -> {
                ObjectNode whole = around.sealable();
                around.contacts().sealTo(whole, message);
                whole.set("message", message);
                yield BodyJson.bytes(whole);
            }
            case Heard.Status(var around, ObjectNode status) -> {
                ObjectNode whole = around.sealable();
                around.contacts().sealTo(whole, status);
                whole.set("status", status);
                yield BodyJson.bytes(whole);
            }
            case Heard.Change(Kind _, String _, ObjectNode entry, ObjectNode change) -> {
                ObjectNode whole = JsonNodeFactory.instance.objectNode();
                whole.set("entry", entry);
                whole.set("change", change);
                yield BodyJson.bytes(whole);
            }
            case Heard.Broken(String _, JsonNode part) -> BodyJson.bytes(part);
            case Heard.Unreadable(byte[] bytes) -> bytes;
        };
    }
}
