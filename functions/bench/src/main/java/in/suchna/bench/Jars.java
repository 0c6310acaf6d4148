package in.suchna.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The jars that are deployed, as they were built.
 *
 * @param scratch where the smallest handler's is made
 */
record Jars(Path scratch) {

    /** {@link Smallest} in a jar of its own, for a cache knows no folders. */
    Path smallest() {
        Path jar = scratch.resolve("smallest.jar");
        if (!Files.exists(jar)) {
            String name = Smallest.class.getName().replace('.', '/') + ".class";
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    InputStream type = Objects.requireNonNull(
                            Smallest.class.getClassLoader().getResourceAsStream(name))) {
                out.putNextEntry(new JarEntry(name));
                type.transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jar;
    }

    /** @throws IllegalStateException if the jars are not built */
    Path of(String function) {
        Path jar = Path.of("functions", function, "target", function + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "There is no " + jar + "; build the jars first: mvn -q package -DskipTests");
        }
        return jar.toAbsolutePath();
    }

    /** Where a class of the bench's own class path is from. */
    static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
