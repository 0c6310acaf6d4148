package in.suchna.webhook.keep;

import in.suchna.message.KeptMessage;
import in.suchna.message.Kind;
import in.suchna.message.MessageId;
import in.suchna.seal.Purpose;
import in.suchna.seal.Sealed;
import in.suchna.seal.Sealer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The original of a thing, sealed, in as many slices as DynamoDB's 400 KB a row ask for.
 *
 * <p>The first slice is in the thing's own row, the second in the row {@code <id>/1}, and so on; the row's content says how
 * many there are in {@code parts}. Opened and put one after the other they are the original, byte for byte.
 */
final class Original {
    /** Bytes of a slice; with a content of at most {@link Rows#LARGEST_CONTENT} a row stays under 400 KB. */
    static final int SLICE = 200_000;

    private final List<Sealed> slices = new ArrayList<>();

    Original(Sealer.Envelope envelope, byte[] bytes) {
        for (int from = 0; from == 0 || from < bytes.length; from += SLICE) {
            byte[] slice = bytes.length <= SLICE
                    ? bytes
                    : Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SLICE));
            slices.add(envelope.seal(Purpose.ORIGINAL, slice));
        }
    }

    int parts() {
        return slices.size();
    }

    Sealed first() {
        return slices.getFirst();
    }

    /** The rows after the first. */
    List<KeptMessage> further(KeptMessage row) {
        List<KeptMessage> further = new ArrayList<>();
        for (int i = 1; i < slices.size(); i++) {
            further.add(new KeptMessage(
                    new MessageId(row.id().text() + "/" + i),
                    Kind.PART,
                    row.field(),
                    row.type(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    "{}",
                    slices.get(i),
                    Optional.empty(),
                    row.sentAt(),
                    row.keptAt()));
        }
        return further;
    }
}
