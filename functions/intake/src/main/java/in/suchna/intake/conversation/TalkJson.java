package in.suchna.intake.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A {@link Talk} as it stands in the Citizens table. What an older version did not know reads as not yet happened. */
public final class TalkJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TalkJson() {}

    /** Writes it. */
    public static String write(Talk talk) {
        ObjectNode node = JSON.createObjectNode();
        node.put("welcomed", talk.welcomed());
        talk.open().ifPresent(q -> node.put("open", q.name()));
        ArrayNode asked = node.putArray("asked");
        talk.asked().stream().sorted().forEach(q -> asked.add(q.name()));
        node.put("placed", talk.placed());
        node.put("danger", talk.danger());
        ArrayNode told = node.putArray("told");
        talk.told().stream().sorted().forEach(told::add);
        ArrayNode recent = node.putArray("recent");
        talk.recent().forEach(r -> recent.add(r.text()));
        talk.answeredAt().ifPresent(at -> node.put("answeredAt", at.toEpochMilli()));
        node.put("day", talk.day());
        node.put("answersToday", talk.answersToday());
        node.put("tipsToday", talk.tipsToday());
        node.put("forgetting", talk.forgetting());
        node.put("muted", talk.muted());
        return node.toString();
    }

    /** Reads it; a damaged one reads as a citizen never heard of, because a citizen must still be answered. */
    public static Talk read(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Talk.fresh();
        }
    }

    private static Talk read(JsonNode node) {
        Set<Question> asked = EnumSet.noneOf(Question.class);
        node.path("asked").forEach(q -> asked.add(Question.valueOf(q.asText())));
        Set<String> told = new TreeSet<>();
        node.path("told").forEach(t -> told.add(t.asText()));
        List<Reference> recent = new ArrayList<>();
        node.path("recent").forEach(r -> recent.add(new Reference(r.asText())));
        return new Talk(
                node.path("welcomed").asBoolean(),
                Optional.ofNullable(node.get("open")).map(q -> Question.valueOf(q.asText())),
                asked,
                node.path("placed").asBoolean(),
                node.path("danger").asBoolean(),
                told,
                recent,
                Optional.ofNullable(node.get("answeredAt")).map(at -> Instant.ofEpochMilli(at.asLong())),
                node.path("day").asLong(),
                node.path("answersToday").asInt(),
                node.path("tipsToday").asInt(),
                node.path("forgetting").asBoolean(),
                node.path("muted").asBoolean());
    }
}
