package in.suchna.local.desk;

import in.suchna.localaws.LocalAws;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Opens a link to S3 that the desk signed, as S3 would: while it lasts, and only what the desk's role may read. */
public final class CopyRoute {
    private static final DateTimeFormatter SIGNED = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final S3Client s3;
    private final Clock clock;

    /** @param clock the machine's, by which links are signed */
    public CopyRoute(LocalAws aws, Clock clock) {
        this.s3 = aws.clientOf("Desk", S3Client.class);
        this.clock = clock;
    }

    void show(Context context) {
        try {
            URI link = URI.create(Optional.ofNullable(context.queryParam("url")).orElse(""));
            mustLast(link);
            String bucket = Objects.requireNonNull(link.getHost()).split("\\.", 2)[0];
            ResponseBytes<GetObjectResponse> copy = s3.getObjectAsBytes(
                    get -> get.bucket(bucket).key(link.getPath().substring(1)));
            context.header("Content-Security-Policy", "sandbox; default-src 'none'")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "no-store")
                    .contentType(
                            Optional.ofNullable(copy.response().contentType()).orElse("application/octet-stream"))
                    .result(copy.asByteArray());
        } catch (IllegalArgumentException | NullPointerException | SdkException _) {
            throw new ForbiddenResponse("This link opens nothing");
        }
    }

    private void mustLast(URI link) {
        Map<String, String> parts = Arrays.stream(
                        Objects.requireNonNull(link.getQuery()).split("&", -1))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, _) -> first));
        @Nullable String seconds = parts.get("X-Amz-Expires");
        try {
            LocalDateTime at = LocalDateTime.parse(Objects.requireNonNull(parts.get("X-Amz-Date")), SIGNED);
            Duration lasts = Duration.ofSeconds(Long.parseLong(Objects.requireNonNull(seconds)));
            if (at.plus(lasts).toInstant(ZoneOffset.UTC).isBefore(clock.instant())) {
                throw new ForbiddenResponse("Request has expired");
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("The link has no date", e);
        }
    }
}
