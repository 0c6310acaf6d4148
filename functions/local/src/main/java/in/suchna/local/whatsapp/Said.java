package in.suchna.local.whatsapp;

import java.util.Optional;

/** What a person did in the chat. */
public sealed interface Said {

    /** Wrote. */
    record Text(String body) implements Said {}

    /** Sent a file: {@code image}, {@code video}, {@code document} or {@code sticker}. */
    record File(String type, StoredMedia media, Optional<String> caption) implements Said {}

    /** Spoke. */
    record Voice(StoredMedia media) implements Said {}

    /** Sent a place. */
    record Place(double latitude, double longitude, Optional<String> name, Optional<String> address) implements Said {}

    /** Sent a contact card. */
    record Contact(String name, String number) implements Said {}

    /** Put an emoji under a message; an empty one takes it away. */
    record Reaction(String messageId, String emoji) implements Said {}

    /** Tapped a reply button of a message. */
    record Button(String messageId, String id, String title) implements Said {}

    /** Chose a row of a message's list. */
    record Row(String messageId, String id, String title, Optional<String> description) implements Said {}

    /** Tapped a template's quick-reply button. */
    record QuickReply(String messageId, String payload, String text) implements Said {}

    /** Changed the text of an earlier message. */
    record Edit(String messageId, String body) implements Said {}

    /** Took an earlier message back. */
    record Revoke(String messageId) implements Said {}

    /** Sent what WhatsApp does not hand on, such as a {@code poll}. */
    record Unsupported(String what) implements Said {}
}
