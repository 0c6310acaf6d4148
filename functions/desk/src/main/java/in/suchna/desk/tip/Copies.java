package in.suchna.desk.tip;

import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Links to viewing copies. A link is signed with the desk's role, which may read the clean copies and nothing else of the
 * bucket, and ends soon, so that one in a browser's history or a screenshot opens nothing.
 *
 * @param presigner signs them
 * @param bucket the evidence bucket
 */
public record Copies(S3Presigner presigner, String bucket) {
    /** How long a link opens. */
    public static final Duration OPENS_FOR = Duration.ofMinutes(5);

    /** A link to the copy under a key. */
    String linkTo(String key) {
        return presigner
                .presignGetObject(link -> link.signatureDuration(OPENS_FOR)
                        .getObjectRequest(get -> get.bucket(bucket).key(key)))
                .url()
                .toString();
    }
}
