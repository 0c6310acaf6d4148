package in.suchna.simulate.plan;

import in.suchna.simulate.plan.Step.Blow;
import in.suchna.simulate.plan.Step.Service;
import in.suchna.simulate.plan.Step.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws a day. */
public final class Planner {
    /** Within which time of a day faults happen; after it nothing goes wrong any more. */
    public static final Duration TROUBLED = Duration.ofHours(6);

    /** How many citizens there are. */
    public static final int CITIZENS = 3;

    // a Monday at noon; days begin at any hour of the week behind it
    private static final Instant WEEK = Instant.parse("2026-11-23T06:30:00Z");
    private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;

    // WhatsApp's codes: passing, too fast, for good, template, a person's
    private static final List<Integer> CODES = List.of(131000, 131016, 130429, 131056, 131026, 131047, 131053, 190);
    private static final List<Integer> LATER_CODES = List.of(131026, 131047, 131053, 131049);
    private static final List<String> FUNCTIONS =
            List.of("Webhook", "Intake", "Reply", "Alert", "Acknowledge", "Notary");
    private static final List<String> MAPPINGS = List.of(
            "Intake.LiveMessages",
            "Reply.Outgoing",
            "Reply.Receipts",
            "Alert.UrgentTips",
            "Alert.Acknowledged",
            "Notary.Entries");

    private final SplittableRandom random;
    private final List<Step> steps = new ArrayList<>();
    private int marks;

    private Planner(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The day of a seed. */
    public static Plan of(long seed) {
        return new Planner(seed).draw(seed);
    }

    private Plan draw(long seed) {
        Instant start = WEEK.plus(Duration.ofMinutes(random.nextInt(MINUTES_OF_A_WEEK)));
        people();
        // a third of all days has one kind of trouble and few of it, so that each is seen by itself too
        int troubles = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : random.nextInt(9);
        for (int i = 0; i < troubles; i++) {
            trouble();
        }
        return new Plan(seed, start, steps, 3 + random.nextInt(8));
    }

    private void people() {
        int messages = 1 + random.nextInt(6);
        Duration at = Duration.ofSeconds(random.nextInt(60));
        for (int body = 0; body < messages; body++) {
            int person = random.nextInt(CITIZENS);
            steps.add(said(at, person, body));
            if (random.nextInt(6) == 0) {
                // two in one knock, of the same second
                steps.add(said(at, (person + 1) % CITIZENS, body));
            }
            if (random.nextInt(4) == 0) {
                steps.add(new Step.KnockedAgain(body, ever(List.of(0, 0, 1, 30, 600, 7200))));
            }
            at = at.plus(ever(List.of(0, 0, 2, 15, 120, 900)));
        }
        int answers = random.nextInt(4);
        for (int i = 0; i < answers; i++) {
            Way way = one(List.of(Way.values()));
            steps.add(new Step.Answered(random.nextInt(5), ever(List.of(5, 40, 170, 182, 400, 1000)), way));
        }
    }

    private Duration ever(List<Integer> seconds) {
        int chosen = one(seconds);
        return Duration.ofMillis(chosen * 1000L + random.nextInt(chosen == 0 ? 1 : 1000));
    }

    private Step said(Duration at, int person, int body) {
        Phrase phrase = Phrase.drawn(random);
        String mark = phrase.isTold() ? mark() : "";
        String words = phrase.isTold() ? phrase.words() + " " + mark : phrase.words();
        return new Step.Said(at, person, words, mark, body);
    }

    /** A word of no language, which no rule of the judge knows. */
    private String mark() {
        StringBuilder mark = new StringBuilder("zq").append((char) ('b' + marks++));
        for (int i = 0; i < 5; i++) {
            mark.append("bdfgkvxz".charAt(random.nextInt(8)));
        }
        return mark.toString();
    }

    private void trouble() {
        switch (random.nextInt(17)) {
            case 0, 1, 2, 3, 4, 5 -> struck();
            case 6, 7 -> down();
            case 8, 16 -> steps.add(new Step.ToldTwice(mapping(), random.nextInt(4), random.nextBoolean()));
            case 9 -> steps.add(new Step.ToldLate(mapping(), random.nextInt(8), ever(List.of(5, 60, 600, 3000))));
            case 10 -> steps.add(new Step.Refused(random.nextInt(8), one(CODES)));
            case 11 -> steps.add(new Step.FailedLater(random.nextInt(8), one(LATER_CODES)));
            case 12 -> steps.add(new Step.ReceiptsMixed(random.nextInt(8)));
            case 13 -> steps.add(new Step.Deployed(ever(List.of(3, 20, 100, 700))));
            case 14 -> steps.add(new Step.StoodStill(ever(List.of(3, 20, 100, 700)), ever(List.of(30, 200, 3000))));
            default ->
                steps.add(new Step.ClockOff(
                        ever(List.of(0, 20, 100, 700)), Duration.ofMillis(random.nextInt(-1500, 1500))));
        }
    }

    private <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private String mapping() {
        return one(MAPPINGS);
    }

    private void struck() {
        String function = one(FUNCTIONS);
        Blow blow = one(List.of(Blow.values()));
        // a blow in the first calls hits more often than one in the fortieth
        int call = random.nextInt(1 + random.nextInt(function.equals("Webhook") ? 12 : 60));
        steps.add(new Step.Struck(function, call, blow));
        if (random.nextInt(5) == 0) {
            steps.add(new Step.Struck(function, call + 1 + random.nextInt(3), blow));
        }
    }

    private void down() {
        Service service = one(List.of(Service.values()));
        List<Blow> how = List.of(Blow.THROTTLED, Blow.FAILS, Blow.LOST, Blow.DONE_UNHEARD);
        Duration length = ever(List.of(2, 30, 240, 1500, 9000));
        // what is done each time and never heard for hours would be said hundreds of times
        Blow blow = how.get(random.nextInt(length.toMinutes() < 5 ? 4 : 3));
        steps.add(new Step.Down(service, ever(List.of(0, 5, 60, 600)), length, blow));
    }
}
