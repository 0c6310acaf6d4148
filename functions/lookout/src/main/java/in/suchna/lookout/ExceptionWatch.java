package in.suchna.lookout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Looks at the message of each exception that Suchna's own code throws, caught or not: Lambda would print it. */
final class ExceptionWatch implements AutoCloseable {
    private static final List<String> NOT_DEPLOYED = List.of("in.suchna.local", "in.suchna.lookout");

    private static final String THROWN = "jdk.JavaExceptionThrow";

    private final Recording recording = new Recording();
    private final Map<String, Boolean> deployed = new HashMap<>();

    ExceptionWatch() {
        recording.enable(THROWN).withStackTrace().with("throttle", "off");
        recording.start();
    }

    private void look(RecordedEvent thrown) {
        String message = thrown.getString("message");
        if (message != null) {
            thrower(thrown).ifPresent(place -> Lookout.look(Place.EXCEPTION, place, message));
        }
    }

    /** The place in Suchna's code that made the exception; empty if a library or a test did. */
    private Optional<String> thrower(RecordedEvent thrown) {
        if (thrown.getStackTrace() == null) {
            return Optional.empty();
        }
        String kind = thrown.getClass("thrownClass").getName();
        return thrown.getStackTrace().getFrames().stream()
                .filter(frame -> !isMaking(frame, kind))
                .findFirst()
                .map(frame -> frame.getMethod().getType().getName() + ":" + frame.getLineNumber())
                .filter(place -> deployed.computeIfAbsent(
                        place.substring(0, place.lastIndexOf(':')), ExceptionWatch::isDeployed));
    }

    /** A constructor of the exception, which stands above its thrower. */
    private static boolean isMaking(RecordedFrame frame, String kind) {
        String type = frame.getMethod().getType().getName();
        return type.equals(kind)
                || (type.startsWith("java.lang.") && frame.getMethod().getName().equals("<init>"));
    }

    private static boolean isDeployed(String type) {
        if (!type.startsWith("in.suchna.") || NOT_DEPLOYED.stream().anyMatch(type::startsWith)) {
            return false;
        }
        try {
            CodeSource source = Class.forName(type, false, ExceptionWatch.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            return source == null || !source.getLocation().getPath().contains("test-classes");
        } catch (ClassNotFoundException _) {
            return true;
        }
    }

    /** Looks at all that was thrown since the beginning. */
    @Override
    public void close() {
        try (recording) {
            recording.stop();
            Path file = Files.createTempFile("thrown", ".jfr");
            try {
                recording.dump(file);
                RecordingFile.readAllEvents(file).stream()
                        .filter(event -> event.getEventType().getName().equals(THROWN))
                        .forEach(this::look);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What was thrown can't be looked at", e);
        }
    }
}
