package in.suchna.surroundings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.Parameter;

/**
 * Secrets from SSM Parameter Store (SecureString), read at first use and again after {@link #KEPT}, so that a rotated one
 * is taken up. Never read while a snapshot is made: {@link #forget()} clears them before a checkpoint.
 */
public final class Secrets {

    /** How long a secret is used before it is read again. */
    public static final Duration KEPT = Duration.ofMinutes(5);

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final SsmClient ssm;
    private final Clock clock;
    private final List<String> names;
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private volatile Instant readAt = Instant.MIN;

    /** @param names the parameters this function may read; they are read in one call */
    public Secrets(SsmClient ssm, Clock clock, List<String> names) {
        this.ssm = ssm;
        this.clock = clock;
        this.names = List.copyOf(names);
    }

    /** @throws SecretMissing if Parameter Store has none of this name */
    public String text(String name) {
        if (readAt.plus(KEPT).isBefore(clock.instant())) {
            read();
        }
        String value = values.get(name);
        if (value == null) {
            throw new SecretMissing(name);
        }
        return value;
    }

    private synchronized void read() {
        if (!readAt.plus(KEPT).isBefore(clock.instant())) {
            return;
        }
        try {
            GetParametersRequest all = GetParametersRequest.builder()
                    .names(names)
                    .withDecryption(true)
                    .build();
            for (Parameter parameter : ssm.getParameters(all).parameters()) {
                values.put(parameter.name(), parameter.value());
            }
            readAt = clock.instant();
        } catch (SdkException e) {
            if (values.isEmpty()) {
                throw e;
            }
            // an outage of Parameter Store must not cost a message: the values we have are good until proven otherwise
            readAt = clock.instant().minus(KEPT).plus(AGAIN);
        }
    }

    /** Forgets all; the next use reads anew. */
    public synchronized void forget() {
        values.clear();
        readAt = Instant.MIN;
    }
}
