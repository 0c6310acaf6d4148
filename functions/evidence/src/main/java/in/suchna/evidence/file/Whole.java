package in.suchna.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file small enough to be held in memory while it is cleaned. */
final class Whole {

    /** Bytes; no phone's photo or voice note is larger, and a larger file is kept without a viewing copy. */
    static final long LARGEST = 24L * 1024 * 1024;

    private Whole() {}

    static byte[] read(Path file) throws IOException, FileDamaged {
        if (Files.size(file) > LARGEST) {
            throw new FileDamaged("Larger than " + LARGEST + " bytes");
        }
        return Files.readAllBytes(file);
    }

    /** A part of a buffer as bytes. */
    static byte[] slice(ByteBuffer file, int from, int length) {
        byte[] bytes = new byte[length];
        file.get(from, bytes);
        return bytes;
    }
}
