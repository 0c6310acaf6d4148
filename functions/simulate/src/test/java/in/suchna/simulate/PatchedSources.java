package in.suchna.simulate;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources with a patch applied, compiled for themselves: one file of the house, and what becomes of it. */
final class PatchedSources {
    private final Path root;

    /** @param root the folder of template.yaml */
    PatchedSources(Path root) {
        this.root = root;
    }

    /** Applies a unified diff of one file to a copy in a folder, and compiles it into another. */
    Path compiled(Path patch, Path folder) throws IOException {
        Path copy = folder.resolve("sources").resolve(fileOf(patch).getFileName());
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(copy, patched(patch));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(copy, classes);
        return classes;
    }

    private Path fileOf(Path patch) throws IOException {
        return Files.readAllLines(patch).stream()
                .filter(line -> line.startsWith("+++ b/"))
                .map(line -> root.resolve(line.substring("+++ b/".length())))
                .findFirst()
                .orElseThrow();
    }

    /** The file a patch is for. */
    String original(Path patch) throws IOException {
        return Files.readString(fileOf(patch));
    }

    /**
     * The file with the patch in it.
     *
     * @throws IllegalStateException if the file has changed so that the patch fits no more
     */
    String patched(Path patch) throws IOException {
        return patched(original(patch), Files.readAllLines(patch), patch);
    }

    private static String patched(String source, List<String> patch, Path name) {
        String text = source;
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        List<String> lines = new ArrayList<>(patch);
        lines.add("@@");
        for (String line : lines) {
            if (line.startsWith("---") || line.startsWith("+++")) {
                continue;
            }
            if (line.startsWith("@@")) {
                text = replaced(text, String.join("\n", before), String.join("\n", after), name);
                before.clear();
                after.clear();
            } else {
                String rest = line.isEmpty() ? "" : line.substring(1);
                if (!line.startsWith("+")) {
                    before.add(rest);
                }
                if (!line.startsWith("-")) {
                    after.add(rest);
                }
            }
        }
        return text;
    }

    private static String replaced(String text, String before, String after, Path name) {
        if (before.isEmpty()) {
            return text;
        }
        int at = text.indexOf(before);
        if (at < 0 || text.indexOf(before, at + 1) >= 0) {
            throw new IllegalStateException(
                    "The patch %s fits nowhere any more, or twice: make it anew".formatted(name.getFileName()));
        }
        return text.substring(0, at) + after + text.substring(at + before.length());
    }

    private static void compile(Path source, Path classes) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "A JDK is needed");
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(source);
            List<String> options = List.of(
                    "-nowarn",
                    "-parameters",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            if (!compiler.getTask(complaints, files, null, options, null, units).call()) {
                throw new IllegalStateException("A planted bug does not compile: " + complaints);
            }
        }
    }
}
