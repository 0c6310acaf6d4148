package in.suchna.simulate.plan;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Something a citizen may write.
 *
 * @param words the words
 * @param isTold whether it tells something, so that it must stand in a tip
 */
record Phrase(String words, boolean isTold) {
    private static final List<Phrase> ALL = List.of(
            told("kurud me chaku maar rahe hai jaldi aao"),
            told("talwar lekar log maar rahe hain khoon nikal raha hai nagri me"),
            told("bachao ghar me ghus gaye hai maar rahe hai"),
            told("rudri me gaanja bech rahe hai school ke paas"),
            told("mere padosi apni patni ko peet raha hai abhi arjuni me"),
            told("kurud thana ka sipahi paisa maang raha hai"),
            told("gaon me roz raat ko jua hota hai"),
            told("talab ke paas baithte hai"),
            told("sharab bech rahe hai dukan me magarlod"),
            told("abhi bandook se goli chala rahe hai bhagdad"),
            new Phrase("status", false),
            new Phrase("namaste", false),
            new Phrase("help", false));

    private static Phrase told(String words) {
        return new Phrase(words, true);
    }

    static Phrase drawn(RandomGenerator random) {
        return ALL.get(random.nextInt(ALL.size()));
    }
}
