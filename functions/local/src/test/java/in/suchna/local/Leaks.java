package in.suchna.local;

import com.fasterxml.jackson.databind.JsonNode;
import in.suchna.localaws.LocalAws;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Looks for what identifies a sender in everything a stack wrote. */
final class Leaks {
    private static final int SHORTEST = 6;
    private static final Set<String> IDENTIFYING =
            Set.of("wa_id", "from", "user_id", "from_user_id", "parent_user_id", "from_parent_user_id", "username");

    private final LocalAws aws;
    private final String log;

    Leaks(LocalAws aws, String log) {
        this.aws = aws;
        this.log = log;
    }

    /** What identifies the senders of a webhook body. */
    static Set<String> identityIn(JsonNode body) {
        Set<String> found = new TreeSet<>();
        for (JsonNode entry : body.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                change.at("/value/contacts").forEach(contact -> {
                    IDENTIFYING.forEach(name -> add(found, contact.path(name)));
                    add(found, contact.at("/profile/name"));
                    add(found, contact.at("/profile/username"));
                });
                change.at("/value/messages").forEach(message -> {
                    IDENTIFYING.forEach(name -> add(found, message.path(name)));
                    add(found, message.path("id"));
                });
            }
        }
        return found;
    }

    private static void add(Set<String> found, JsonNode value) {
        if (value.isTextual() && value.asText().length() >= SHORTEST) {
            found.add(value.asText());
        }
    }

    /** Where any of these words stands in the clear: the places, never the words. */
    List<String> of(Set<String> words) {
        List<String> places = new ArrayList<>();
        aws.template()
                .tables()
                .keySet()
                .forEach(table -> aws.dynamo()
                        .scanPaginator(scan -> scan.tableName(aws.table(table)))
                        .items()
                        .forEach(item ->
                                item.forEach((name, value) -> look(places, words, table + "." + name, text(value)))));
        aws.s3().labels().forEach((key, label) -> {
            look(places, words, "bucket key", key);
            look(places, words, "bucket metadata", label);
        });
        look(places, words, "log", log);
        aws.sns().inbox().forEach(sms -> look(places, words, "sms", sms.phone() + " " + sms.text()));
        return places;
    }

    private static void look(List<String> places, Set<String> words, String place, String text) {
        words.stream().filter(text::contains).forEach(word -> places.add(place));
    }

    private static String text(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case B -> latin(value.b());
            default -> value.toString();
        };
    }

    private static String latin(SdkBytes bytes) {
        return new String(bytes.asByteArrayUnsafe(), StandardCharsets.ISO_8859_1);
    }
}
