package in.suchna.intake.officer;

import in.suchna.intake.conversation.Incoming;
import in.suchna.tip.Reference;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Reads what officers write. The words stand in {@code orders.properties}; a reference may stand before or behind them. */
public final class Orders {
    private static final Pattern REFERENCE_WORD = Pattern.compile("(?i)(?<![0-9A-Z])[0-9A-Z]{7}(?![0-9A-Z])");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}?]+");

    private final List<String> tip;
    private final List<String> acknowledge;
    private final List<String> onMyWay;
    private final List<String> ask;
    private final List<String> done;

    private Orders(Properties words) {
        this.tip = phrases(words, "tip");
        this.acknowledge = phrases(words, "acknowledge");
        this.onMyWay = phrases(words, "on-my-way");
        this.ask = phrases(words, "ask");
        this.done = phrases(words, "done");
    }

    /** Reads the resource file. */
    public static Orders ofResources() {
        return new Orders(OfficerWords.load("orders.properties"));
    }

    /** The longest first, so that "ack coming" is not taken for "ack". */
    private static List<String> phrases(Properties words, String key) {
        return Arrays.stream(words.getProperty(key, "").split(","))
                .map(Orders::bare)
                .filter(phrase -> !phrase.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String bare(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** What a message asks for. */
    public Order read(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Words(String text, boolean _) -> words(text);
            case Incoming.Tap(String choice, String title) -> tap(choice, title);
            case Incoming.Media(String _, Optional<String> caption, boolean _) ->
                caption.<Order>map(this::words).orElseGet(Order.NotUnderstood::new);
            case Incoming.Reaction _, Incoming.Notice _, Incoming.Edited _, Incoming.Revoked _, Incoming.Opened _ ->
                new Order.Nothing();
            case Incoming.Place _, Incoming.Contacts _, Incoming.Unusable _ -> new Order.NotUnderstood();
        };
    }

    /** A button of the officers' template has the reference in its payload; any other is one of a citizen's questions. */
    private Order tap(String choice, String title) {
        Order order = words(choice);
        if (order instanceof Order.Acknowledge) {
            return order;
        }
        return words(title) instanceof Order.ReferenceMissing ? new Order.ReferenceMissing() : new Order.GoOn();
    }

    private Order words(String text) {
        Optional<Order> own = ownTip(text);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<Reference> reference = Reference.findIn(text);
        String words = bare(reference.isPresent() ? REFERENCE_WORD.matcher(text).replaceFirst(" ") : text);
        boolean coming = begins(words, onMyWay);
        if (coming || begins(words, acknowledge)) {
            // "ack coming" says both
            boolean going = coming || onMyWay.stream().anyMatch(words::endsWith);
            return reference.<Order>map(r -> new Order.Acknowledge(r, going)).orElseGet(Order.ReferenceMissing::new);
        }
        if (begins(words, done)) {
            return reference.<Order>map(r -> new Order.Done(r, report(text))).orElseGet(Order.ReferenceMissing::new);
        }
        if (words.isEmpty() || begins(words, ask)) {
            return reference.<Order>map(Order.Ask::new).orElseGet(Order.ReferenceMissing::new);
        }
        return new Order.NotUnderstood();
    }

    private Optional<Order> ownTip(String text) {
        String stripped = text.strip();
        return tip.stream()
                .filter(phrase -> stripped.length() > phrase.length()
                        && stripped.toLowerCase(Locale.ROOT).startsWith(phrase)
                        && !Character.isLetterOrDigit(stripped.codePointAt(phrase.length()))
                        && Character.getType(stripped.codePointAt(phrase.length())) != Character.NON_SPACING_MARK)
                .map(phrase -> stripped.substring(phrase.length())
                        .replaceFirst("^[\\s:,.\\-]+", "")
                        .strip())
                .filter(rest -> !rest.isEmpty())
                .<Order>map(Order.OwnTip::new)
                .findFirst();
    }

    private static boolean begins(String words, List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> words.equals(phrase) || words.startsWith(phrase + " "));
    }

    /** What stands behind the word for done, as it was written. */
    private String report(String text) {
        String without = REFERENCE_WORD.matcher(text).replaceFirst(" ").strip();
        return done.stream()
                .filter(phrase -> without.toLowerCase(Locale.ROOT).startsWith(phrase))
                .map(phrase -> without.substring(phrase.length())
                        .replaceFirst("^[\\s:,.\\-]+", "")
                        .strip())
                .findFirst()
                .orElse(without);
    }
}
