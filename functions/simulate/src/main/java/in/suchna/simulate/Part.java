package in.suchna.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A process that lives some of the days. */
final class Part {
    private final Process process;
    private Thread reader = Thread.currentThread();

    private Part(Process process) {
        this.process = process;
    }

    /** Begins one with the same Java as this. */
    static Part begun(long from, long end, int step) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Simulate.class.getName(),
                "--from=" + from,
                "--end=" + end,
                "--step=" + step));
        return new Part(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Tells each line it says from now on. */
    void onLine(Consumer<String> told) {
        reader = Thread.ofPlatform().start(() -> {
            try (BufferedReader lines = process.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    told.accept(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("A part of the simulation can't be heard", e);
            }
        });
    }

    void await() throws InterruptedException {
        process.waitFor();
        reader.join();
    }
}
