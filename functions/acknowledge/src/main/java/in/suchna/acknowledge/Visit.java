package in.suchna.acknowledge;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A request as API Gateway's HTTP API (payload 2.0) hands it over.
 *
 * @param event Lambda's input
 */
record Visit(JsonNode event) {

    /** What the form's field is called. */
    static final String FIELD = "word";

    /** An officer's word, as the form sends it. */
    enum Word {
        COMING,
        HAVE
    }

    String method() {
        return event.path("requestContext").path("http").path("method").asText("");
    }

    String token() {
        return event.path("pathParameters").path("token").asText("");
    }

    /** Which button was pressed; empty if the body is not the page's form. */
    Optional<Word> word() {
        return Arrays.stream(body().split("&", -1))
                .filter(pair -> pair.startsWith(FIELD + "="))
                .map(pair -> pair.substring(FIELD.length() + 1))
                .flatMap(value ->
                        Arrays.stream(Word.values()).filter(word -> word.name().equals(value)))
                .findFirst();
    }

    private String body() {
        String body = event.path("body").asText("");
        return event.path("isBase64Encoded").asBoolean(false)
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    @Override
    public String toString() {
        return "Visit[sealed]";
    }
}
