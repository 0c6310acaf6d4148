package in.suchna.intake.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Times one judgement when warm, for short, usual and the longest texts: {@code mvn -q -Pbench-judge}. */
public final class JudgeBench {

    private static final int WARM_UP = 4_000;
    private static final int MEASURED = 4_000;
    private static final String USUAL =
            "jaldi bhejo kisi ko, talab ke paas do ladke ek aadmi ko lathi se maar rahe hai, abhi bhi wahi hai, cg 05 ab 1234";

    private JudgeBench() {}

    /** @param args none */
    public static void main(String[] args) {
        long start = System.nanoTime();
        Judge judge = Judge.ofResources();
        System.out.printf(Locale.ROOT, "built in %.0f ms, cold%n", (System.nanoTime() - start) / 1e6);
        for (String text : List.of("बचाओ", USUAL, (USUAL + ". ").repeat(40).substring(0, 4000))) {
            for (int i = 0; i < WARM_UP; i++) {
                judge.judge(text, Circumstances.plain());
            }
            long[] took = new long[MEASURED];
            for (int i = 0; i < MEASURED; i++) {
                long from = System.nanoTime();
                judge.judge(text, Circumstances.plain());
                took[i] = System.nanoTime() - from;
            }
            Arrays.sort(took);
            System.out.printf(
                    Locale.ROOT,
                    "%4d characters: median %.0f µs, 99th of a hundred %.0f µs%n",
                    text.length(),
                    took[MEASURED / 2] / 1e3,
                    took[MEASURED * 99 / 100] / 1e3);
        }
    }
}
