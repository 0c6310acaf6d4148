package in.suchna.evidence.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.message.Attachment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * WhatsApp's shelf of the files people sent. Two steps lead to one: its id gives an address that is good for five minutes,
 * the address gives the bytes. A message brings a first address, which saves the first step while it is fresh.
 *
 * <p>The token is shown to the Graph API and to {@link Origins} only, and never where a redirect leads.
 */
public final class Shelf {

    /** The largest file that is kept; WhatsApp itself takes no larger one. */
    public static final long LARGEST = 100L * 1024 * 1024;

    private static final long LARGEST_DESCRIPTION = 64 * 1024L;
    private static final int MOST_ADDRESSES = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Calls calls;
    private final Origins origins;
    private final Graph graph;
    private final Deadlines deadlines;

    /**
     * How long a call may take, from its start to the last byte.
     *
     * @param describe for asking after an address
     * @param download for the file
     */
    public record Deadlines(Duration describe, Duration download) {
        /** 100 MB at 1 MB a second, the slowest that is waited for. */
        public static final Deadlines USUAL = new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(100));
    }

    /**
     * The Graph API.
     *
     * @param url where it is, with the version
     * @param phoneNumberId our number's id, which must own the file
     */
    public record Graph(String url, String phoneNumberId) {
        URI describing(String mediaId) {
            return URI.create(url + "/" + mediaId + "?phone_number_id=" + phoneNumberId);
        }
    }

    private record Described(String url, Optional<String> sha256) {}

    /** @param origins where files may be fetched from, between commas, such as {@code https://lookaside.fbsbx.com} */
    public Shelf(HttpClient http, Graph graph, String origins, Deadlines deadlines) {
        this.calls = new Calls(http);
        this.graph = graph;
        this.origins = Origins.of(origins);
        this.deadlines = deadlines;
    }

    /**
     * Fetches a file and checks its hash.
     *
     * @param into where to; what was there is overwritten
     * @throws Missed if it can't be had this time
     * @throws IOException if the temporary file can't be written
     */
    public Poured fetch(String token, Attachment wanted, Path into) throws Missed, IOException {
        String id = wanted.mediaId().orElseThrow(() -> new Missed(Mishap.UNNAMED));
        Optional<URI> first = wanted.attempts() <= 1 && wanted.sha256().isPresent()
                ? wanted.url().flatMap(origins::allowed)
                : Optional.empty();
        if (first.isPresent()) {
            Optional<Poured> poured = download(token, first.get(), into);
            if (poured.isPresent()) {
                return checked(poured.get(), wanted.sha256());
            }
        }
        for (int i = 0; i < MOST_ADDRESSES; i++) {
            Described described = describe(token, id);
            URI address = origins.allowed(described.url()).orElseThrow(() -> new Missed(Mishap.FOREIGN_HOST));
            Optional<Poured> poured = download(token, address, into);
            if (poured.isPresent()) {
                return checked(poured.get(), wanted.sha256().or(described::sha256));
            }
        }
        throw new Missed(Mishap.ADDRESS_GONE);
    }

    private static Poured checked(Poured poured, Optional<String> told) throws Missed {
        if (!told.orElseThrow(() -> new Missed(Mishap.NO_HASH)).equals(poured.sha256())) {
            throw new Missed(Mishap.WRONG_HASH);
        }
        return poured;
    }

    private Described describe(String token, String id) throws Missed {
        HttpResponse<byte[]> response = calls.get(
                graph.describing(id),
                Optional.of(token),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_DESCRIPTION),
                deadlines.describe());
        JsonNode answer = tree(response.body());
        JsonNode code = answer.path("error").path("code");
        if (code.canConvertToInt()) {
            throw new Missed(Mishap.of(code.asInt(), response.statusCode()));
        }
        if (response.statusCode() != 200) {
            throw new Missed(Mishap.ofStatus(response.statusCode()));
        }
        if (answer.path("file_size").asLong(0) > LARGEST) {
            throw new Missed(Mishap.TOO_LARGE);
        }
        if (!answer.path("url").isTextual()) {
            throw new Missed(Mishap.UNKNOWN);
        }
        return new Described(
                answer.path("url").asText(), Sha256.read(answer.path("sha256").asText("")));
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? JSON.missingNode() : tree;
        } catch (IOException _) {
            return JSON.missingNode();
        }
    }

    /** The file; empty when the address is no longer good. */
    private Optional<Poured> download(String token, URI address, Path into) throws Missed, IOException {
        HttpResponse<Optional<Poured>> response = poured(address, Optional.of(token), into);
        if (response.statusCode() / 100 == 3) {
            // the other place may hold the file, but has no right to the token
            String elsewhere = response.headers().firstValue("Location").orElse("");
            URI next = origins.allowed(resolved(address, elsewhere)).orElseThrow(() -> new Missed(Mishap.REDIRECTED));
            response = poured(next, Optional.empty(), into);
            if (response.statusCode() / 100 == 3) {
                throw new Missed(Mishap.REDIRECTED);
            }
        }
        return switch (response.statusCode()) {
            case 200 -> response.body();
            // what an address is answered with that was good once; a bad token shows when the next is asked for
            case 401, 403, 404, 410 -> Optional.empty();
            default -> throw new Missed(Mishap.ofStatus(response.statusCode()));
        };
    }

    private static String resolved(URI base, String location) {
        try {
            return base.resolve(location).toString();
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private HttpResponse<Optional<Poured>> poured(URI address, Optional<String> token, Path into)
            throws Missed, IOException {
        try (FileChannel file = FileChannel.open(
                into, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            BodyHandler<Optional<Poured>> handler = head -> head.statusCode() == 200
                    ? BodySubscribers.mapping(new Pouring(file, LARGEST), Optional::of)
                    : BodySubscribers.replacing(Optional.empty());
            return calls.get(address, token, handler, deadlines.download());
        }
    }
}
