package in.suchna.desk;

import in.suchna.figures.Counted;
import in.suchna.store.Figures;
import in.suchna.store.Retention;
import in.suchna.store.Row;
import in.suchna.surroundings.AwsClients;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The command that counts again every tip and ladder that is kept: for tips from before there were figures, and to make
 * figures anew that are wrong. It may run while tips come in, since what is counted already counts no second time.
 */
public final class Recount {
    private static final int ARGUMENTS = 6;
    private static final int PAGE = 330;
    private static final int MOST_ROUNDS = 3;

    private final DynamoDbClient dynamo;
    private final PrintStream out;

    Recount(DynamoDbClient dynamo, PrintStream out) {
        this.dynamo = dynamo;
        this.out = out;
    }

    /**
     * @param arguments {@code add} or {@code anew}; the Tips, Alerts and Figures tables; the district's zone; the days a
     *     tip is kept
     */
    public static void main(String[] arguments) {
        DynamoDbClient dynamo = AwsClients.patient(DynamoDbClient.builder());
        System.exit(new Recount(dynamo, System.out).run(arguments));
    }

    /** Returns 0 when all is counted, 1 when a day is not the sum of its tips or nothing was done. */
    int run(String... arguments) {
        if (arguments.length < ARGUMENTS || !List.of("add", "anew").contains(arguments[0])) {
            out.println("mvn -q -Precount -Dcount=add (or anew) -Dtips=NAME -Dalerts=NAME -Dfigures=NAME;"
                    + " the stack's outputs name them");
            return 1;
        }
        Figures figures = new Figures(dynamo, arguments[3], Retention.ofDays(Long.parseLong(arguments[5])));
        ZoneId zone = ZoneId.of(arguments[4]);
        boolean anew = arguments[0].equals("anew");
        boolean right = false;
        // who counts beside this while the old figures go may write to a day that goes next; the next round mends it
        for (int round = 1; round <= MOST_ROUNDS && !right; round++) {
            if (anew) {
                out.println("%d cards taken away.".formatted(figures.clear()));
            }
            int counted = count(arguments[1], figures, zone) + count(arguments[2], figures, zone);
            out.println("%d tips and ladders counted.".formatted(counted));
            // beside what was added, a day also holds tips whose cards are no more
            right = !anew || figures.wrongDays().isEmpty();
        }
        out.println(right ? "Done." : "Some days are not the sum of their tips. Try again at a quiet hour.");
        return right ? 0 : 1;
    }

    private int count(String table, Figures figures, ZoneId zone) {
        int counted = 0;
        List<Counted> some = new ArrayList<>();
        for (var item : dynamo.scanPaginator(b -> b.tableName(table)).items()) {
            Counting.counted(new Row(item), zone).ifPresent(some::add);
            if (some.size() == PAGE) {
                counted += figures.count(some);
                some.clear();
            }
        }
        return counted + figures.count(some);
    }
}
