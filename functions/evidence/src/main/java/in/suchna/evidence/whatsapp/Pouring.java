package in.suchna.evidence.whatsapp;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Pours a body into a file as it comes, hashing it on the way; however large it is, only one piece is in memory. */
final class Pouring implements BodySubscriber<Poured> {
    private final FileChannel file;
    private final long most;
    private final MessageDigest digest = Sha256.digest();
    private final CompletableFuture<Poured> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long bytes;

    /** @param most bytes that may come; one more ends it with {@link Mishap#TOO_LARGE} */
    Pouring(FileChannel file, long most) {
        this.file = file;
        this.most = most;
    }

    @Override
    public CompletionStage<Poured> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        try {
            for (ByteBuffer piece : pieces) {
                take(piece);
            }
            if (subscription != null) {
                subscription.request(1);
            }
        } catch (IOException | Missed e) {
            if (subscription != null) {
                subscription.cancel();
            }
            done.completeExceptionally(e);
        }
    }

    private void take(ByteBuffer piece) throws IOException, Missed {
        bytes += piece.remaining();
        if (bytes > most) {
            throw new Missed(Mishap.TOO_LARGE);
        }
        digest.update(piece.duplicate());
        while (piece.hasRemaining()) {
            if (file.write(piece) < 0) {
                throw new IOException("The temporary file takes no more");
            }
        }
    }

    @Override
    public void onError(Throwable error) {
        done.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        done.complete(new Poured(HexFormat.of().formatHex(digest.digest()), bytes));
    }
}
