package in.suchna.localaws.bucket;

import in.suchna.localaws.policy.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.PutObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** S3 in memory, and in a folder when data is kept: put, get and head of whole objects. */
public final class LocalS3 implements S3Client {
    private static final String NO_KEY = "The specified key does not exist.";

    private final Map<String, Held> objects = new ConcurrentHashMap<>();
    private final Set<String> legalHolds = ConcurrentHashMap.newKeySet();
    private final Optional<ObjectFolder> folder;

    /** @param folder where objects are kept, found again at the next start; empty: nowhere */
    public LocalS3(Optional<Path> folder) {
        this.folder = folder.map(ObjectFolder::new);
        this.folder.ifPresent(kept -> objects.putAll(kept.all()));
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        try (InputStream stream = body.contentStreamProvider().newStream()) {
            SdkBytes bytes = SdkBytes.fromInputStream(stream);
            mustHave(bytes, request.checksumSHA256());
            Held held = new Held(bytes, Optional.ofNullable(request.contentType()), inSmallLetters(request.metadata()));
            String name = request.bucket() + "/" + request.key();
            folder.ifPresent(kept -> kept.keep(name, held));
            objects.put(name, held);
            return PutObjectResponse.builder().build();
        } catch (IOException e) {
            throw new UncheckedIOException("The body of an object can't be read", e);
        }
    }

    private static void mustHave(SdkBytes bytes, @Nullable String sha256) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.asByteArrayUnsafe());
            if (sha256 != null && !Base64.getEncoder().encodeToString(hash).equals(sha256)) {
                throw Refusals.error(
                        "s3", 400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had in this Java", e);
        }
    }

    /** Names of metadata travel as HTTP headers, which have no capitals. */
    private static Map<String, String> inSmallLetters(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    @Override
    public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        Held held = held(request.bucket(), request.key());
        GetObjectResponse.Builder response =
                GetObjectResponse.builder().contentLength(length(held)).metadata(held.metadata());
        held.contentType().ifPresent(response::contentType);
        try {
            return transformer.transform(
                    response.build(), AbortableInputStream.create(held.bytes().asInputStream()));
        } catch (Exception e) {
            throw SdkClientException.create("An object can't be handed over", e);
        }
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
        Held held = held(request.bucket(), request.key());
        HeadObjectResponse.Builder response =
                HeadObjectResponse.builder().contentLength(length(held)).metadata(held.metadata());
        held.contentType().ifPresent(response::contentType);
        return response.build();
    }

    /** What stands beside the bytes of every object, by bucket and key: its type and metadata as one text. */
    public Map<String, String> labels() {
        return objects.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().contentType().orElse("") + " "
                                + entry.getValue().metadata()));
    }

    private static long length(Held held) {
        return held.bytes().asByteArrayUnsafe().length;
    }

    private Held held(String bucket, String key) {
        return Optional.ofNullable(objects.get(bucket + "/" + key))
                .orElseThrow(() -> NoSuchKeyException.builder()
                        .message(NO_KEY)
                        .statusCode(404)
                        .awsErrorDetails(Refusals.details("s3", "NoSuchKey", NO_KEY))
                        .build());
    }

    @Override
    public PutObjectLegalHoldResponse putObjectLegalHold(PutObjectLegalHoldRequest request) {
        held(request.bucket(), request.key());
        String name = request.bucket() + "/" + request.key();
        if (request.legalHold().status() == ObjectLockLegalHoldStatus.ON) {
            legalHolds.add(name);
        } else {
            legalHolds.remove(name);
        }
        return PutObjectLegalHoldResponse.builder().build();
    }

    @Override
    public GetObjectLegalHoldResponse getObjectLegalHold(GetObjectLegalHoldRequest request) {
        boolean on = legalHolds.contains(request.bucket() + "/" + request.key());
        return GetObjectLegalHoldResponse.builder()
                .legalHold(hold -> hold.status(on ? ObjectLockLegalHoldStatus.ON : ObjectLockLegalHoldStatus.OFF))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
