package in.suchna.intake.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.intake.words.Sentences;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Any sequence of messages never loses one, leaves nobody without an answer, asks nothing twice, opens one question at most. */
class AnySequenceTest {
    private static final Sentences SENTENCES = Sentences.ofResources();
    private static final int SEEDS = 2_000;
    private static final int LONGEST = 40;
    private static final List<String> TEXTS = List.of(
            "नमस्ते",
            "chaku chal gaya",
            "gaon mein satta",
            "status",
            "naya",
            "mitao",
            "bhasha",
            "help",
            "OTP le liya",
            "धन्यवाद",
            "ek gaadi khadi hai",
            "112",
            "🙏",
            "ok",
            "Arjuni ke paas");
    private static final List<String> TAPS = List.of(
            Speech.DANGER_YES,
            Speech.DANGER_NO,
            Speech.SKIP,
            Speech.ABOUT,
            Speech.LANGUAGE,
            "language-hne",
            Speech.FORGET_YES,
            Speech.FORGET_NO,
            "when-now",
            "when-past",
            "an old payload");

    @Test
    void holdsForEverySeed() {
        for (int seed = 0; seed < SEEDS; seed++) {
            talk(seed);
        }
    }

    private static void talk(int seed) {
        Random random = new Random(seed);
        Chat chat = new Chat();
        Map<String, Set<Question>> askedByTip = new HashMap<>();
        for (int i = random.nextInt(LONGEST); i >= 0; i--) {
            chat.waits(Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextInt(50_000) : random.nextInt(60)));
            Incoming incoming = any(random);
            int parts = parts(chat);
            Step step = chat.does(incoming);
            String where = "seed " + seed + ", " + incoming;
            if (needsAnswer(incoming)) {
                assertThat(step.says()).as(where).isNotEmpty();
            }
            assertThat(questionsIn(step)).as(where).isLessThanOrEqualTo(1);
            if (tells(incoming)) {
                assertThat(parts(chat)).as(where).isEqualTo(parts + 1);
            }
            for (Question asked : askedIn(step)) {
                String tip = chat.open.map(Object::toString).orElse("none");
                assertThat(askedByTip.computeIfAbsent(tip, _ -> new HashSet<>()).add(asked))
                        .as(where + " asked twice " + asked)
                        .isTrue();
                assertThat(chat.talk.open()).as(where).contains(asked);
            }
        }
    }

    private static List<Question> askedIn(Step step) {
        String said = Chat.words(step);
        return Arrays.stream(Question.values())
                .filter(q -> said.contains(
                        SENTENCES.of(step.language(), "ask." + q.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    private static int parts(Chat chat) {
        return chat.tips.values().stream().mapToInt(t -> t.parts()).sum();
    }

    private static boolean tells(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Media _, Incoming.Place _, Incoming.Contacts _ -> true;
            case Incoming.Words(String text, boolean _) ->
                text.contains("chaku") || text.contains("satta") || text.contains("gaadi") || text.contains("OTP");
            default -> false;
        };
    }

    private static boolean needsAnswer(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Reaction _, Incoming.Revoked _, Incoming.Notice _, Incoming.Edited _ -> false;
            default -> true;
        };
    }

    private static long questionsIn(Step step) {
        return step.says().stream()
                .filter(s -> s instanceof Saying.Buttons || s instanceof Saying.AskPlace || s instanceof Saying.Rows)
                .count();
    }

    private static Incoming any(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> new Incoming.Media("image", Optional.empty(), false);
            case 1 -> new Incoming.Media("voice", Optional.empty(), false);
            case 2 -> new Incoming.Place(20.7, 81.5, Optional.empty());
            case 3 -> new Incoming.Reaction("👍");
            case 4 -> new Incoming.Edited("chaku");
            case 5 -> new Incoming.Revoked();
            case 6 -> new Incoming.Unusable("poll");
            case 7 -> new Incoming.Contacts("Ramu +91 55550 00009");
            case 8, 9 -> new Incoming.Tap(TAPS.get(random.nextInt(TAPS.size())), "title");
            default -> new Incoming.Words(TEXTS.get(random.nextInt(TEXTS.size())), random.nextInt(10) == 0);
        };
    }
}
