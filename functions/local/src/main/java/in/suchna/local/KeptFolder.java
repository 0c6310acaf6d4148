package in.suchna.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that keeps a stack's data, held by one stack at a time. */
final class KeptFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;

    /** @throws FolderTaken if another stack holds it */
    KeptFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("checkpoints"));
            this.channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new FolderTaken(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Data can't be kept in " + folder.toAbsolutePath(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    Path path() {
        return folder;
    }

    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock on " + folder + " can't be let go", e);
        }
    }

    /** Another stack keeps its data in the folder. */
    static final class FolderTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FolderTaken(Path folder) {
            super("Another stack keeps its data in " + folder.toAbsolutePath() + "; stop that one first");
        }
    }
}
