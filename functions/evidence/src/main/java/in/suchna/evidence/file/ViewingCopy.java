package in.suchna.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The clean copy of a file, for the desk to look at. A file that can't be cleaned surely has none: its original is kept
 * all the same.
 *
 * @param type what the file is
 * @param made whether there is a copy
 * @param position where a photo was taken, as {@code latitude,longitude}
 */
public record ViewingCopy(FileType type, boolean made, Optional<String> position) {

    /** Makes it. */
    public static ViewingCopy make(Path original, Path copy) throws IOException {
        FileType type = FileType.of(headOf(original));
        Optional<Cleaner> cleaner = type.cleaner();
        if (cleaner.isEmpty()) {
            return new ViewingCopy(type, false, Optional.empty());
        }
        try {
            return new ViewingCopy(type, true, cleaner.get().clean(original, copy));
        } catch (FileDamaged | IndexOutOfBoundsException | java.nio.BufferUnderflowException _) {
            // lengths that lead out of the file
            return new ViewingCopy(type, false, Optional.empty());
        }
    }

    private static byte[] headOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileType.HEAD);
        }
    }
}
