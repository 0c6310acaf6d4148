package in.suchna.evidence.whatsapp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The places files are fetched from, and the only ones the token is shown to. An address comes with a message, so anything
 * may stand in it: a host of a stranger, or one inside our own network.
 *
 * @param origins scheme, host and port, such as {@code https://lookaside.fbsbx.com}
 */
record Origins(Set<String> origins) {
    Origins {
        origins = Set.copyOf(origins);
    }

    /**
     * Reads the setting.
     *
     * @param listed origins between commas
     * @throws IllegalArgumentException if one is no origin
     */
    static Origins of(String listed) {
        return new Origins(Arrays.stream(listed.split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(origin -> originOf(URI.create(origin))
                        .orElseThrow(() -> new IllegalArgumentException("No origin like https://host: " + origin)))
                .collect(Collectors.toSet()));
    }

    /** The address, if files may be fetched from there. */
    Optional<URI> allowed(String address) {
        try {
            URI uri = new URI(address);
            return originOf(uri).filter(origins::contains).map(_ -> uri);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> originOf(URI uri) {
        // a name and password before the host make it look like another
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    }
}
