package in.suchna.intake.judge;

import in.suchna.intake.triage.LabelledTip;
import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Training tips drawn from the hand-written grammar of {@code corpus.txt}: a line {@code @ CATEGORY PRIORITY when} and under
 * it sentences in which {@code {a|b}} is a choice. Drawn from a seed, so that every training sees the same.
 */
public final class Corpus {

    private static final int MOST_DRAWS = 4;
    private static final int TRIES = 12;

    private final List<LabelledTip> tips = new ArrayList<>();
    private final Random random;

    Corpus(Lines lines, long seed) {
        random = new Random(seed);
        String[] label = {};
        for (Lines.Line line : lines.lines()) {
            if (line.text().startsWith("@")) {
                label = Lines.pieces(line.text().substring(1), " ").toArray(String[]::new);
                if (label.length != 3) {
                    throw line.broken("want '@ CATEGORY PRIORITY when'");
                }
            } else {
                draw(line, label);
            }
        }
    }

    /** The shipped grammar. */
    public static Corpus ofResource(long seed) {
        return new Corpus(Lines.ofResource("corpus.txt"), seed);
    }

    /** Every tip drawn. */
    public List<LabelledTip> tips() {
        return List.copyOf(tips);
    }

    private void draw(Lines.Line line, String[] label) {
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < TRIES && drawn.size() < MOST_DRAWS; i++) {
            String text = choose(line, line.text());
            if (!drawn.contains(text)) {
                drawn.add(text);
            }
        }
        for (String text : drawn) {
            tips.add(new LabelledTip(
                    "corpus" + line.number(),
                    text,
                    "?",
                    "?",
                    Category.valueOf(label[0]),
                    Priority.valueOf(label[1]),
                    When.valueOf(label[2].toUpperCase(Locale.ROOT)),
                    Optional.empty(),
                    Optional.empty(),
                    1 / Math.sqrt(drawn.size())));
        }
    }

    /** Takes one of each innermost choice until none is left. */
    private String choose(Lines.Line line, String grammar) {
        String text = grammar;
        int close = text.indexOf('}');
        while (close >= 0) {
            int open = text.lastIndexOf('{', close);
            if (open < 0) {
                throw line.broken("a } without {");
            }
            String[] choices = text.substring(open + 1, close).split("\\|", -1);
            text = text.substring(0, open) + choices[random.nextInt(choices.length)] + text.substring(close + 1);
            close = text.indexOf('}');
        }
        return text.replaceAll("\\s+", " ").strip();
    }
}
