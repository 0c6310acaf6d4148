package in.suchna.simulate;

import in.suchna.simulate.Season.Found;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plants bugs, one after the other, and looks how many days it takes to find each. */
final class Planted {
    private static final String FOLDER = "functions/simulate/src/test/resources/planted";

    /** By then each must be found. */
    static final int MOST_SEEDS = 1_000;

    private final Path root;
    private final Founding founding;

    /** @param root the folder of template.yaml */
    Planted(Path root) {
        this.root = root;
        this.founding = new Founding(root);
    }

    /** Finds all of them; ends with 1 if one is not found. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Planted planted = new Planted(Path.of(""));
        boolean all = true;
        out.println("| planted bug | found at seed | the promise it breaks | steps of its shortest day |");
        out.println("|---|---|---|---|");
        for (Path patch : planted.patches()) {
            Optional<Discovery> discovery = planted.find(patch, MOST_SEEDS);
            all &= discovery.isPresent();
            out.println(discovery.map(Discovery::line).orElse("| " + nameOf(patch) + " | not found | | |"));
        }
        System.exit(all ? 0 : 1);
    }

    /** The planted bugs, in order. */
    List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
            return files.filter(file -> file.toString().endsWith(".patch"))
                    .sorted()
                    .toList();
        }
    }

    static String nameOf(Path patch) {
        return String.valueOf(patch.getFileName()).replace(".patch", "").replace('-', ' ');
    }

    /**
     * A planted bug that was found.
     *
     * @param bug its name
     * @param seed the first day that broke a promise by it
     * @param found that day as short as it can be
     * @param story what happened on it
     */
    record Discovery(String bug, long seed, Found found, List<String> story) {
        Discovery {
            story = List.copyOf(story);
        }

        String line() {
            return "| %s | %d | %s | %d |"
                    .formatted(bug, seed, found.promise(), found.plan().steps().size());
        }
    }

    /** Plants a bug and lives days until one breaks a promise. */
    Optional<Discovery> find(Path patch, int seeds) throws IOException {
        Path folder = Files.createTempDirectory("planted");
        Season season = new Season(founding, new PatchedClasses(new PatchedSources(root).compiled(patch, folder)));
        for (long seed = 1; seed <= seeds; seed++) {
            Optional<Found> found = season.live(seed);
            if (found.isPresent()) {
                Found shortest = season.shortened(found.get());
                return Optional.of(new Discovery(nameOf(patch), seed, shortest, season.told(shortest.plan())));
            }
        }
        return Optional.empty();
    }
}
