package in.suchna.localaws.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;

/** Objects in a folder: the bytes in one file, what is said of them in another, which is written last. */
final class ObjectFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABOUT = ".json";

    private final Path folder;

    ObjectFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Objects can't be kept in " + folder, e);
        }
    }

    /** @param name bucket and key */
    void keep(String name, Held held) {
        ObjectNode about = JSON.createObjectNode();
        held.contentType().ifPresent(type -> about.put("contentType", type));
        about.set("metadata", JSON.valueToTree(held.metadata()));
        // no key may lead out of the folder
        String file = URLEncoder.encode(name, StandardCharsets.UTF_8);
        try {
            Files.write(folder.resolve(file), held.bytes().asByteArrayUnsafe());
            Files.write(folder.resolve(file + ABOUT), JSON.writeValueAsBytes(about));
        } catch (IOException e) {
            throw new UncheckedIOException("An object can't be kept in " + folder, e);
        }
    }

    /** All that was kept whole, by bucket and key. */
    Map<String, Held> all() {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, Held> all = new HashMap<>();
            List<String> whole = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ABOUT))
                    .map(file -> file.substring(0, file.length() - ABOUT.length()))
                    .toList();
            for (String file : whole) {
                all.put(URLDecoder.decode(file, StandardCharsets.UTF_8), read(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("The objects kept in " + folder + " can't be read", e);
        }
    }

    private Held read(String file) throws IOException {
        JsonNode about = JSON.readTree(folder.resolve(file + ABOUT).toFile());
        Map<String, String> metadata = new HashMap<>();
        about.path("metadata")
                .properties()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asText()));
        return new Held(
                SdkBytes.fromByteArrayUnsafe(Files.readAllBytes(folder.resolve(file))),
                Optional.ofNullable(about.path("contentType").textValue()),
                metadata);
    }
}
