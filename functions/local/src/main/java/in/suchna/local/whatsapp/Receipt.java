package in.suchna.local.whatsapp;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a message the business sent.
 *
 * @param wamid the message
 * @param word {@code sent}, {@code delivered}, {@code read} or {@code failed}
 * @param at when
 * @param callback the {@code biz_opaque_callback_data} it was sent with
 * @param error why it failed
 */
record Receipt(String wamid, String word, Instant at, Optional<String> callback, Optional<GraphError> error) {}
