package in.suchna.outbox;

/**
 * A row as it stands at one attempt to send it.
 *
 * @param outgoing the row; its {@code attempts} names the attempt
 * @param before what earlier attempts met
 */
public record Attempt(Outgoing outgoing, Trouble before) {}
