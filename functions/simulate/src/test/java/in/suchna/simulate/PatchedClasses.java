package in.suchna.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The functions' classes once more, with some of them replaced. What the simulation shares with them stays the same. */
final class PatchedClasses extends ClassLoader {
    private static final String HOUSE = "in.suchna.";
    private static final List<String> SHARED = List.of(
            "in.suchna.simulate.",
            "in.suchna.local.",
            "in.suchna.localaws.",
            "in.suchna.journal.",
            "in.suchna.surroundings.");

    private final Path patched;

    /** @param patched the folder of the replaced classes */
    PatchedClasses(Path patched) {
        super(PatchedClasses.class.getClassLoader());
        this.patched = patched;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(HOUSE) || SHARED.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? defined(name) : known;
        }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        Path replaced = patched.resolve(file);
        try (InputStream original = getParent().getResourceAsStream(file)) {
            if (original == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = Files.exists(replaced) ? Files.readAllBytes(replaced) : original.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
