package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The invented citizens of {@code people.json}. */
public final class People {
    private static final String FILE = "people.json";

    private People() {}

    /** All of them, in the file's order. */
    public static List<Person> invented() {
        try (InputStream file = Objects.requireNonNull(People.class.getResourceAsStream(FILE))) {
            List<Person> people = new ArrayList<>();
            new ObjectMapper().readTree(file).forEach(node -> people.add(person(node)));
            return List.copyOf(people);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FILE + " can't be read", e);
        }
    }

    private static Person person(JsonNode node) {
        return new Person(
                node.path("key").asText(),
                node.path("name").asText(),
                text(node, "phone"),
                text(node, "userId"),
                text(node, "username"));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
    }
}
