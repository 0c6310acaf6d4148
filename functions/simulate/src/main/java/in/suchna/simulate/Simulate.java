package in.suchna.simulate;

import in.suchna.simulate.plan.Planner;
import java.nio.file.Path;

/** Lives through days. */
public final class Simulate {
    private Simulate() {}

    public static void main(String[] arguments) {
        Founding founding = new Founding(Path.of(arguments[0]));
        long seed = Long.parseLong(arguments[1]);
        int seeds = Integer.parseInt(arguments[2]);
        long begun = System.nanoTime();
        for (long s = seed; s < seed + seeds; s++) {
            Day day = new Day(Planner.of(s), founding, Simulate.class.getClassLoader(), seeds == 1).live();
            if (seeds == 1) {
                day.plan().tell(System.out::println);
                day.story().lines().forEach(System.out::println);
                day.log().lines().forEach(System.out::println);
                System.out.println(day.town().rung().size() + " sms, " + day.town().sent().size() + " sent");
            }
            Promises.broken(day, founding).forEach(System.out::println);
        }
        System.out.println((System.nanoTime() - begun) / 1e9 / seeds + " s each");
    }
}
