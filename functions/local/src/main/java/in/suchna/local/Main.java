package in.suchna.local;

import in.suchna.localaws.template.ParameterMissing;
import in.suchna.localaws.template.TemplateBroken;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts the whole of Suchna on this machine and runs until Ctrl-C. */
public final class Main {
    private static final Path KEPT = Path.of(".suchna");

    private Main() {}

    /** Options: {@code --headless}, {@code --port N}, {@code --keep}. */
    public static void main(String[] typed) throws InterruptedException {
        Stack stack;
        Arguments arguments;
        try {
            arguments = Arguments.of(typed);
            stack = Stack.start(arrangement(arguments));
        } catch (Arguments.Misunderstood | PortTaken | KeptFolder.FolderTaken | ParameterMissing | TemplateBroken e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            stack.close();
            System.out.println("Suchna has stopped.");
            stopped.countDown();
            // a stop that was asked for is no failure, whatever the signal
            Runtime.getRuntime().halt(0);
        }));
        greet(stack, arguments);
        if (!arguments.headless()) {
            Thread.ofPlatform().daemon().name("first-probe").start(() -> probe(stack));
        }
        stopped.await();
    }

    /** The hour's probe goes first, so that the first person at the page does not wait for classes to be loaded. */
    private static void probe(Stack stack) {
        try {
            stack.tickOfAnHour();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Arrangement arrangement(Arguments arguments) {
        return new Arrangement(
                arguments.template(),
                arguments.port(),
                arguments.keep() ? Optional.of(KEPT) : Optional.empty(),
                !arguments.headless(),
                Map.of(),
                Clock.systemUTC(),
                System.out);
    }

    private static void greet(Stack stack, Arguments arguments) {
        long sinceStart = ManagementFactory.getRuntimeMXBean().getUptime();
        System.out.printf("Suchna is up after %.1f s.%n", sinceStart / 1000.0);
        if (!arguments.headless()) {
            System.out.println("  Page       " + stack.url() + "/");
        }
        System.out.println("  Webhook    " + stack.url() + "/whatsapp");
        System.out.println("  WhatsApp   " + stack.url() + "/graph");
        System.out.println(
                arguments.keep()
                        ? "Data is kept in " + KEPT.toAbsolutePath() + ". Ctrl-C stops."
                        : "Data is in memory only (--keep keeps it). Ctrl-C stops.");
    }
}
