package in.suchna.local.whatsapp;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The files people sent, as Meta keeps them: by id, behind addresses that end after five minutes. */
final class MediaShelf {

    /** How long an address is good for. */
    static final Duration ADDRESS_LIFE = Duration.ofMinutes(5);

    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long LEAST_ID = 1_000_000_000_000_000L;

    private final Clock clock;
    private final RandomGenerator random;
    private final Supplier<URI> site;
    private final Map<String, Opened> files = new LinkedHashMap<>();
    private long bytesHeld;

    /**
     * A file with its description.
     *
     * @param bytes the file as it was sent
     */
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    record Opened(StoredMedia media, byte[] bytes) {}

    /** @param site this machine's address, such as {@code http://localhost:3000} */
    MediaShelf(Clock clock, RandomGenerator random, Supplier<URI> site) {
        this.clock = clock;
        this.random = random;
        this.site = site;
    }

    /** Keeps a file; the oldest ones go when 64 MB are held. */
    synchronized StoredMedia put(byte[] bytes, String mimeType, Optional<String> filename) {
        String id = Long.toString(random.nextLong(LEAST_ID, LEAST_ID * 9));
        StoredMedia media = new StoredMedia(id, mimeType, sha256(bytes), bytes.length, filename);
        files.put(id, new Opened(media, bytes));
        bytesHeld += bytes.length;
        Iterator<Opened> oldest = files.values().iterator();
        while (bytesHeld > MOST_BYTES && files.size() > 1) {
            bytesHeld -= oldest.next().bytes().length;
            oldest.remove();
        }
        return media;
    }

    synchronized Optional<Opened> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    /** A direct address, good for five minutes. */
    URI urlOf(StoredMedia media) {
        long until = clock.instant().plus(ADDRESS_LIFE).getEpochSecond();
        return site.get().resolve("/lookaside/whatsapp_business/attachments/?mid=" + media.id() + "&ext=" + until);
    }

    /** Whether an address with this end is still good. */
    boolean stillGood(long until) {
        return !clock.instant().isAfter(Instant.ofEpochSecond(until));
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had in this Java", e);
        }
    }
}
