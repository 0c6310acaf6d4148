package in.suchna.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.evidence.whatsapp.Sha256;
import in.suchna.message.Attachment;
import in.suchna.message.KeptMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from a message's clear copy which file came with it. */
final class AttachmentReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    // it becomes a part of an address; a mask over it, or anything else, names no file
    private static final Pattern MEDIA_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    Attachment read(KeptMessage message, Instant now) {
        JsonNode file = content(message).path(message.type());
        return Attachment.fresh(
                message,
                Optional.of(file.path("id").asText(""))
                        .filter(id -> MEDIA_ID.matcher(id).matches()),
                Optional.of(file.path("url").asText("")).filter(url -> !url.isBlank()),
                Sha256.read(file.path("sha256").asText("")),
                now);
    }

    private static JsonNode content(KeptMessage message) {
        try {
            return JSON.readTree(message.content());
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }
}
