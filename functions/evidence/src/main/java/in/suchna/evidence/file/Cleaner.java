package in.suchna.evidence.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Makes a copy of a file without what a camera or program writes about itself, its owner, the place and the time. */
@FunctionalInterface
interface Cleaner {

    /** For types that have no room for such words. */
    Cleaner AS_IT_IS = (original, copy) -> {
        Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
        return Optional.empty();
    };

    /**
     * Writes the copy.
     *
     * @return the position the file told, as {@code latitude,longitude}
     * @throws FileDamaged if the file is not built as its first bytes promise
     */
    Optional<String> clean(Path original, Path copy) throws IOException, FileDamaged;
}
