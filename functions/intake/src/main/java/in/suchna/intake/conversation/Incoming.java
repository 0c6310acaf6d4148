package in.suchna.intake.conversation;

import java.util.Optional;

/** A message as the conversation sees it: what a person did, whatever WhatsApp calls it. */
public sealed interface Incoming {

    /** Somebody wrote. {@code forwardedOften}: WhatsApp says it was forwarded many times. */
    record Words(String text, boolean forwardedOften) implements Incoming {}

    /** Somebody sent a photo, video, voice note, document or sticker, perhaps with a caption. */
    record Media(String type, Optional<String> caption, boolean forwardedOften) implements Incoming {}

    /** Somebody sent a place. */
    record Place(double latitude, double longitude, Optional<String> name) implements Incoming {}

    /** Somebody tapped a button or a row. {@code choice} is the id we gave it, {@code title} what they saw. */
    record Tap(String choice, String title) implements Incoming {}

    /** Somebody sent contact cards; {@code summary} is what they hold, in words. */
    record Contacts(String summary) implements Incoming {}

    /** Somebody put an emoji on a message, or took it away. */
    record Reaction(String emoji) implements Incoming {}

    /** Somebody changed a message they had sent. */
    record Edited(String text) implements Incoming {}

    /** Somebody took a message back. */
    record Revoked() implements Incoming {}

    /** WhatsApp tells of the sender: a new number, a new id. Nobody waits for an answer. */
    record Notice(String what) implements Incoming {}

    /** Somebody opened the chat for the first time and has not written yet. */
    record Opened() implements Incoming {}

    /** Something a police station can't use: a poll, a call, an order, a view-once photo. */
    record Unusable(String type) implements Incoming {}
}
