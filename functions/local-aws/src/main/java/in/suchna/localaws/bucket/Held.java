package in.suchna.localaws.bucket;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An object as S3 holds it.
 *
 * @param metadata the user's own, names in small letters
 */
record Held(SdkBytes bytes, Optional<String> contentType, Map<String, String> metadata) {}
