package in.suchna.intake.triage;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The figures of a judged set, in words and tables. */
public final class Report {

    private final List<Verdict> verdicts;

    public Report(List<Verdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /** Of the tips that should wake an officer, how many do. */
    public Share smsRecall() {
        return share(
                v -> v.tip().priority().wakesAnOfficer(),
                v -> v.judged().priority().wakesAnOfficer());
    }

    /** Of the tips that wake an officer, how many should. */
    public Share smsPrecision() {
        return share(
                v -> v.judged().priority().wakesAnOfficer(),
                v -> v.tip().priority().wakesAnOfficer());
    }

    /** Of the critical tips, how many are judged critical. */
    public Share criticalRecall() {
        return share(
                v -> v.tip().priority() == Priority.CRITICAL, v -> v.judged().priority() == Priority.CRITICAL);
    }

    /** Of the tips judged critical, how many are. */
    public Share criticalPrecision() {
        return share(
                v -> v.judged().priority() == Priority.CRITICAL, v -> v.tip().priority() == Priority.CRITICAL);
    }

    private Share share(Predicate<Verdict> of, Predicate<Verdict> hit) {
        List<Verdict> all = verdicts.stream().filter(of).toList();
        return new Share((int) all.stream().filter(hit).count(), all.size());
    }

    /** Prints everything; the wrong ones too if asked. */
    public void print(PrintStream out, boolean wrongOnes) {
        out.println("tips                " + verdicts.size());
        out.println("SMS recall          " + smsRecall());
        out.println("SMS precision       " + smsPrecision());
        out.println("CRITICAL recall     " + criticalRecall());
        out.println("CRITICAL precision  " + criticalPrecision());
        printAccuracies(out);
        printGroups(out, "language", v -> v.tip().language());
        printGroups(out, "script", v -> v.tip().script());
        confusion(
                out,
                "priorities",
                Priority.values(),
                v -> v.tip().priority(),
                v -> v.judged().priority());
        confusion(
                out,
                "categories",
                Category.values(),
                v -> v.tip().category(),
                v -> v.judged().category());
        if (wrongOnes) {
            printWrong(out);
        }
    }

    private void printAccuracies(PrintStream out) {
        Predicate<Verdict> all = v -> true;
        out.println("priority            "
                + share(all, v -> v.tip().priority() == v.judged().priority()));
        out.println("category            "
                + share(all, v -> v.tip().category() == v.judged().category()));
        out.println("thana, all          " + share(all, Verdict::thanaIsRight));
        out.println("thana, where named  " + share(v -> v.tip().thana().isPresent(), Verdict::thanaIsRight));
        out.println("vehicle, all        " + share(all, Verdict::vehicleIsRight));
        out.println("vehicle, where named " + share(v -> v.tip().vehicle().isPresent(), Verdict::vehicleIsRight));
        out.println("when                " + share(all, v -> v.tip().when() == v.when()));
    }

    private void printGroups(PrintStream out, String name, Function<Verdict, String> group) {
        out.println();
        Set<String> groups = new TreeSet<>(verdicts.stream().map(group).toList());
        for (String one : groups) {
            Report part = new Report(
                    verdicts.stream().filter(v -> group.apply(v).equals(one)).toList());
            out.printf("%s %-6s  SMS recall     %s%n", name, one, part.smsRecall());
            out.printf("%s %-6s  SMS precision  %s%n", name, one, part.smsPrecision());
            out.printf("%s %-6s  CRITICAL recall %s%n", name, one, part.criticalRecall());
        }
    }

    private <E extends Enum<E>> void confusion(
            PrintStream out, String what, E[] values, Function<Verdict, E> labelled, Function<Verdict, E> judged) {
        out.printf("%n%s: labelled in rows, judged in columns%n%-18s", what, "");
        for (E value : values) {
            out.printf(" %5.5s", value.name());
        }
        out.println();
        for (E row : values) {
            out.printf("%-18s", row.name());
            for (E column : values) {
                long count = verdicts.stream()
                        .filter(v -> labelled.apply(v) == row && judged.apply(v) == column)
                        .count();
                out.printf(" %5s", count == 0 ? "." : String.valueOf(count));
            }
            out.println();
        }
    }

    private void printWrong(PrintStream out) {
        out.println();
        for (Verdict v : verdicts) {
            if (v.isRight()) {
                continue;
            }
            out.printf("%s %s%n", v.tip().id(), v.tip().text());
            out.printf(
                    "    labelled %s %s %s %s%n",
                    v.tip().category(),
                    v.tip().priority(),
                    v.tip().thana().orElse("-"),
                    v.tip().vehicle().orElse("-"));
            out.printf(
                    "    judged   %s %s %s %s%n",
                    v.judged().category(),
                    v.judged().priority(),
                    v.judged().thana().map(t -> t.name()).orElse("-"),
                    v.judged().vehicle().orElse("-"));
            v.judged().reasons().forEach(reason -> out.println("      " + reason));
        }
    }

    @Override
    public String toString() {
        return Arrays.asList(smsRecall(), smsPrecision(), criticalRecall()).toString();
    }
}
