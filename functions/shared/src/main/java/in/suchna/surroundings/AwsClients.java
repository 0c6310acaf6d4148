package in.suchna.surroundings;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * AWS's clients as a function has them in Lambda: by the HTTP client that starts quickest, and with an end to each call, for a
 * connection that died while the function slept in its snapshot says nothing for half a minute.
 */
public final class AwsClients {
    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final Duration LONG_ATTEMPT = Duration.ofMinutes(1);
    private static final Duration LONG_CALL = Duration.ofMinutes(3);

    private AwsClients() {}

    /** A client whose calls are small: an attempt may take 3 seconds, all attempts of a call 10. */
    public static <B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C of(B builder) {
        return of(builder, ATTEMPT, CALL);
    }

    /** A client for whole files, or for a person's command over the line they have: an attempt may take a minute, a call three. */
    public static <B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C patient(B builder) {
        return of(builder, LONG_ATTEMPT, LONG_CALL);
    }

    /**
     * A client with other limits.
     *
     * @param attempt how long one attempt may take
     * @param call how long all attempts of a call may take, pauses included
     */
    public static <B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C of(
            B builder, Duration attempt, Duration call) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(c -> c.apiCallAttemptTimeout(attempt).apiCallTimeout(call))
                .build();
    }
}
