package in.suchna.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * How a stack is to be started.
 *
 * @param template the file template.yaml
 * @param port where it listens
 * @param kept the folder that keeps the data; empty: in memory only
 * @param withPage whether the page for people is served too
 * @param parameters values of template parameters over the local ones
 * @param clock the time of functions and schedules
 * @param log where the functions' journals go
 */
public record Arrangement(
        Path template,
        int port,
        Optional<Path> kept,
        boolean withPage,
        Map<String, String> parameters,
        Clock clock,
        PrintStream log) {
    public Arrangement {
        parameters = Map.copyOf(parameters);
    }
}
