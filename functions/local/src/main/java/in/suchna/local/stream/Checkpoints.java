package in.suchna.local.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where checkpoints are kept between two starts: one small file a mapping, replaced whole. */
public final class Checkpoints {
    private final Optional<Path> folder;

    /** @param folder an existing folder; empty: nothing is kept */
    public Checkpoints(Optional<Path> folder) {
        this.folder = folder;
    }

    Optional<Checkpoint> of(String mapping) {
        return folder.map(f -> f.resolve(mapping)).filter(Files::exists).map(Checkpoints::read);
    }

    void keep(String mapping, Checkpoint checkpoint) {
        folder.ifPresent(f -> {
            try {
                Path draft = f.resolve(mapping + ".draft");
                Files.writeString(draft, checkpoint.shard() + " " + checkpoint.sequence());
                Files.move(
                        draft, f.resolve(mapping), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("How far the streams have come can't be kept in " + f, e);
            }
        });
    }

    private static Checkpoint read(Path file) {
        try {
            String line = Files.readString(file);
            int space = line.indexOf(' ');
            return new Checkpoint(line.substring(0, space), line.substring(space + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("How far a stream had come can't be read from " + file, e);
        }
    }
}
