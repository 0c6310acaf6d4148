package in.suchna.local;

import java.nio.file.Path;

/**
 * What was typed after the program's name. Of an option given twice the last counts.
 *
 * @param headless {@code --headless}: no page
 * @param keep {@code --keep}: data is kept in {@code .suchna} below the working folder
 * @param port {@code --port N}, 3000 by default
 * @param template {@code --template FILE}, template.yaml in the working folder by default
 * @param event {@code --event FILE}: a file to post; blank by default
 */
record Arguments(boolean headless, boolean keep, int port, Path template, String event) {
    static final int DEFAULT_PORT = 3000;

    /** @throws Misunderstood if an option is unknown or a value is none */
    static Arguments of(String... typed) {
        Arguments read = new Arguments(false, false, DEFAULT_PORT, Path.of("template.yaml"), "");
        for (int i = 0; i < typed.length; i++) {
            String name = typed[i];
            String value = "";
            int equals = name.indexOf('=');
            if (equals > 0) {
                value = name.substring(equals + 1);
                name = name.substring(0, equals);
            } else if (needsValue(name)) {
                i++;
                value = i < typed.length ? typed[i] : "";
            }
            read = read.with(name, value);
        }
        return read;
    }

    private static boolean needsValue(String name) {
        return name.equals("--port") || name.equals("--template") || name.equals("--event");
    }

    private Arguments with(String name, String value) {
        return switch (name) {
            case "--headless" -> new Arguments(isYes(name, value), keep, port, template, event);
            case "--keep" -> new Arguments(headless, isYes(name, value), port, template, event);
            case "--port" -> new Arguments(headless, keep, portOf(value), template, event);
            case "--template" -> new Arguments(headless, keep, port, Path.of(value), event);
            case "--event" -> new Arguments(headless, keep, port, template, value);
            default ->
                throw new Misunderstood("There is no option " + name + "; there are --headless, --port N and --keep");
        };
    }

    private static boolean isYes(String name, String value) {
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new Misunderstood(name + " is either given or not; it has no value " + value);
        };
    }

    private static int portOf(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new Misunderstood("--port needs a number from 1 to 65535, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    /** An option is unknown or has no usable value. */
    static final class Misunderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misunderstood(String message) {
            super(message);
        }
    }
}
