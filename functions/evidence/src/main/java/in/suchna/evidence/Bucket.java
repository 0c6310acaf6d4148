package in.suchna.evidence;

import in.suchna.evidence.whatsapp.Poured;
import in.suchna.message.MessageId;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The evidence bucket. A key is made of the message's keyed hash, so it tells nobody who sent the file, and a file put twice
 * is under one key. Versioning and Object Lock, which the template sets, keep what was put first.
 */
final class Bucket {
    /** Where the bytes as they came are. */
    static final String ORIGINAL = "original/";

    /** Where the clean copies are. */
    static final String VIEWING = "viewing/";

    /** So that no browser takes a stranger's file for a page. */
    private static final String BYTES = "application/octet-stream";

    private final S3Client s3;
    private final String name;

    Bucket(S3Client s3, String name) {
        this.s3 = s3;
        this.name = name;
    }

    /** Puts the bytes as they came; S3 refuses them if they have another hash by the time they are there. */
    String keep(MessageId id, Path file, Poured poured) {
        PutObjectRequest.Builder put = PutObjectRequest.builder()
                .contentType(BYTES)
                .contentDisposition("attachment")
                .checksumSHA256(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(poured.sha256())));
        return put(ORIGINAL + id.text(), put, file);
    }

    /** Puts a clean copy. */
    String show(MessageId id, Path file, String mime) {
        return put(VIEWING + id.text(), PutObjectRequest.builder().contentType(mime), file);
    }

    private String put(String key, PutObjectRequest.Builder put, Path file) {
        s3.putObject(put.bucket(name).key(key).build(), RequestBody.fromFile(file));
        return key;
    }
}
