package in.suchna.localaws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

abstract class EvidenceContract extends Contract {
    private static final String OGG = "audio/ogg; codecs=opus";

    private final String name = "tips/" + ownName() + "/voice note+1.ogg";

    EvidenceContract(Cloud cloud) {
        super(cloud);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private void put(byte[] bytes) {
        cloud.s3()
                .putObject(
                        p -> p.bucket(cloud.bucket())
                                .key(name)
                                .contentType(OGG)
                                .metadata(Map.of("SHA256", "abc", "received", "2026-11-24")),
                        RequestBody.fromBytes(bytes));
    }

    private ResponseBytes<GetObjectResponse> get() {
        return cloud.s3().getObjectAsBytes(g -> g.bucket(cloud.bucket()).key(name));
    }

    @Test
    void theSameBytesComeBackWithTypeAndMetadata() {
        byte[] bytes = noise(200_000);
        put(bytes);

        assertThat(get().asByteArray()).isEqualTo(bytes);
        assertThat(get().response().contentType()).isEqualTo(OGG);
        assertThat(get().response().contentLength()).isEqualTo(bytes.length);
        assertThat(get().response().metadata()).isEqualTo(Map.of("sha256", "abc", "received", "2026-11-24"));
    }

    @Test
    void theHeadTellsAllButTheBytes() {
        put(noise(7));
        HeadObjectResponse head =
                cloud.s3().headObject(h -> h.bucket(cloud.bucket()).key(name));

        assertThat(head.contentLength()).isEqualTo(7);
        assertThat(head.contentType()).isEqualTo(OGG);
        assertThat(head.metadata()).isEqualTo(Map.of("sha256", "abc", "received", "2026-11-24"));
    }

    @Test
    void anObjectPutAgainIsTheLaterOne() {
        put(noise(7));
        put(new byte[] {1, 2, 3});

        assertThat(get().asByteArray()).containsExactly(1, 2, 3);
    }

    @Test
    void anEmptyFileIsAFile() {
        put(new byte[0]);

        assertThat(get().asByteArray()).isEmpty();
    }

    @Test
    void whatIsNotThereIsMissedByItsType() {
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(this::get)
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(404));
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() ->
                        cloud.s3().headObject(h -> h.bucket(cloud.bucket()).key(name)));
    }
}
