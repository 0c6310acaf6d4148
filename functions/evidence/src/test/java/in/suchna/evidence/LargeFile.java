package in.suchna.evidence;

import in.suchna.evidence.file.ViewingCopy;
import in.suchna.evidence.whatsapp.Calls;
import in.suchna.evidence.whatsapp.Poured;
import in.suchna.evidence.whatsapp.Shelf;
import in.suchna.message.Attachment;
import in.suchna.message.Custody;
import in.suchna.message.MessageId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A program of its own: fetches a video of 100 MB and puts it into a bucket, in whatever heap it is given. */
public final class LargeFile {
    static final long LENGTH = Shelf.LARGEST;

    private LargeFile() {}

    public static void main(String[] arguments) throws Exception {
        Path original = Files.createTempFile("large", ".original");
        Path copy = Files.createTempFile("large", ".copy");
        try (FakeShelf shelf = new FakeShelf()) {
            String file = shelf.put(Video::new, LENGTH);
            Attachment wanted = new Attachment(
                    new MessageId("large"),
                    "video",
                    Optional.of(file),
                    Optional.empty(),
                    Optional.of(shelf.sha256(file)),
                    Custody.WAITING,
                    1,
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Instant.EPOCH,
                    Instant.EPOCH);
            Shelf.Graph graph = new Shelf.Graph(shelf.origin() + "/graph", "1");
            Poured poured = new Shelf(Calls.client(), graph, shelf.origin(), Shelf.Deadlines.USUAL)
                    .fetch("token", wanted, original);
            new Bucket(new Swallowing(), "bucket").keep(wanted.id(), original, poured);
            ViewingCopy shown = ViewingCopy.make(original, copy);
            System.out.println(poured.bytes() + " bytes, copy made: " + shown.made());
        } finally {
            Files.delete(original);
            Files.delete(copy);
        }
        System.exit(0);
    }

    /** A bucket that reads what it is given and keeps nothing. */
    private static final class Swallowing implements S3Client {
        @Override
        public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
            try (InputStream in = body.contentStreamProvider().newStream()) {
                in.transferTo(OutputStream.nullOutputStream());
                return PutObjectResponse.builder().build();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("The body", e);
            }
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }

    /** The smallest box of a film, and then pictures without end till the length is full. */
    private static final class Video extends InputStream {
        private static final byte[] BEGINNING =
                ("\0\0\0\20ftypisom0000" + "\0\0\0\10moov" + "\0\0\0\0mdat").getBytes(StandardCharsets.ISO_8859_1);

        private long at;

        @Override
        public int read() {
            int value = at >= LENGTH ? -1 : at < BEGINNING.length ? BEGINNING[(int) at] & 0xFF : (int) (at % 251);
            at++;
            return value;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = (int) Math.min(length, LENGTH - at);
            for (int i = 0; i < count; i++) {
                into[from + i] = (byte) read();
            }
            return count <= 0 ? -1 : count;
        }
    }
}
