package in.suchna.simulate;

import in.suchna.simulate.Season.Found;
import in.suchna.simulate.plan.Planner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lives through days, each from a seed: {@code --seeds=10000} so many of them, {@code --seed=42} that one with its story,
 * {@code --from=1} beginning with which. It ends with 1 if a promise was broken.
 *
 * <p>A day knows one thread only, and a lock that another day holds would disturb its order; so each processor gets a process.
 */
public final class Simulate {
    private static final int TOLD_EVERY = 100;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Map<String, String> options = new HashMap<>();

    private Simulate(String[] arguments) {
        for (String argument : arguments) {
            String[] pair = argument.replaceFirst("^--", "").split("=", 2);
            options.put(pair[0], pair.length < 2 ? "" : pair[1]);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Simulate simulate = new Simulate(arguments);
        System.exit(simulate.keeps() ? 0 : 1);
    }

    private boolean keeps() throws IOException, InterruptedException {
        if (!options.getOrDefault("seed", "").isEmpty()) {
            return one(number("seed", 0));
        }
        return options.containsKey("step") ? part() : many();
    }

    private long number(String name, long otherwise) {
        String text = options.getOrDefault(name, "");
        return text.isEmpty() ? otherwise : Long.parseLong(text);
    }

    private static Season season() {
        return new Season(new Founding(Path.of("")), Simulate.class.getClassLoader());
    }

    private boolean one(long seed) {
        Season season = season();
        Optional<Found> found = season.live(seed);
        season.told(Planner.of(seed)).forEach(out::println);
        found.ifPresent(broken -> tell(season, broken));
        return found.isEmpty();
    }

    private boolean many() throws IOException, InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        long from = number("from", 1);
        long seeds = number("seeds", 1000);
        long begun = System.nanoTime();
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < processors; part++) {
            parts.add(Part.begun(from + part, from + seeds, processors));
        }
        Tally tally = new Tally(out, seeds);
        for (Part part : parts) {
            part.onLine(tally::take);
        }
        for (Part part : parts) {
            part.await();
        }
        tally.tell((System.nanoTime() - begun) / 1e9);
        return tally.isClean();
    }

    /** What one process does. */
    private boolean part() {
        Season season = season();
        int lived = 0;
        int broken = 0;
        for (long seed = number("from", 1); seed < number("end", 1); seed += number("step", 1)) {
            Optional<Found> found = season.live(seed);
            broken += found.isPresent() ? 1 : 0;
            found.ifPresent(f -> tell(season, f));
            if (++lived % TOLD_EVERY == 0) {
                out.println(Tally.LIVED + TOLD_EVERY);
            }
        }
        season.faults().forEach((kind, times) -> out.println(Tally.FAULT + kind + "=" + times));
        out.println(Tally.CALLS + season.calls());
        out.println(Tally.BROKEN + broken);
        return broken == 0;
    }

    private void tell(Season season, Found found) {
        StringBuilder story = new StringBuilder("%nseed %d breaks a promise. Its story, as short as it can be:%n"
                .formatted(found.plan().seed()));
        season.told(season.shortened(found).plan())
                .forEach(line -> story.append(line).append('\n'));
        out.print(story);
        out.flush();
    }
}
