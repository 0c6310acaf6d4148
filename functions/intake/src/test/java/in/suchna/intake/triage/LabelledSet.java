package in.suchna.intake.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.intake.judge.When;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Labelled tips from a file of JSON lines.
 *
 * @param tips the lines that could be read
 * @param broken what is wrong with the others, by line number
 */
public record LabelledSet(List<LabelledTip> tips, List<String> broken) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public LabelledSet {
        tips = List.copyOf(tips);
        broken = List.copyOf(broken);
    }

    /** @throws IOException if the file can't be read as UTF-8 text */
    public static LabelledSet read(Path file) throws IOException {
        List<LabelledTip> tips = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                tips.add(tip(JSON.readTree(line), number));
            } catch (JsonProcessingException e) {
                broken.add("line " + number + ": not a JSON object");
            } catch (IllegalArgumentException e) {
                broken.add("line " + number + ": " + e.getMessage());
            }
        }
        return new LabelledSet(tips, broken);
    }

    private static LabelledTip tip(JsonNode json, int number) {
        return new LabelledTip(
                json.path("id").asText("line" + number),
                required(json, "text"),
                json.path("script").asText("?"),
                json.path("language").asText("?"),
                Category.valueOf(required(json, "category")),
                Priority.valueOf(required(json, "priority")),
                When.valueOf(json.path("when").asText("unknown").toUpperCase(Locale.ROOT)),
                optional(json, "thana"),
                optional(json, "vehicle"),
                1);
    }

    private static String required(JsonNode json, String field) {
        if (!json.hasNonNull(field)) {
            throw new IllegalArgumentException("no " + field);
        }
        return json.get(field).asText();
    }

    private static Optional<String> optional(JsonNode json, String field) {
        return json.hasNonNull(field) ? Optional.of(json.get(field).asText()) : Optional.empty();
    }
}
