package in.suchna.bench;

import java.util.List;

/** Runs the measurements named: {@code webhook}, {@code load}, {@code desk}, {@code tables}, {@code cold}. */
public final class Bench {
    private Bench() {}

    /**
     * Names of measurements; {@code load} takes options as {@code load:rate=200,seconds=60,urgentEvery=10}, {@code tables} as
     * {@code tables:rows=1000000}.
     */
    public static void main(String[] named) throws Exception {
        for (String name : named.length == 0 ? List.of("webhook", "load") : List.of(named)) {
            if (name.equals("webhook")) {
                WebhookRatio.print();
            } else if (name.equals("desk")) {
                DeskTime.print();
            } else if (name.startsWith("tables")) {
                TableCost.print(name);
            } else if (name.equals("cold")) {
                ColdStart.print();
            } else if (name.startsWith("load")) {
                Load.print(LoadPlan.of(name));
            } else {
                System.err.println(
                        "There is no measurement " + name + "; there are webhook, load, desk, tables and cold");
                System.exit(1);
            }
        }
        // DynamoDB Local's threads would keep the process alive
        System.exit(0);
    }
}
