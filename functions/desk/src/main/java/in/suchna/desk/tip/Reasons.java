package in.suchna.desk.tip;

import in.suchna.tip.Judgement;
import in.suchna.tip.Tip;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import in.suchna.widget.words.Tongue;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a tip has its priority. The judge's reasons are English; the resource {@code reasons-hi.properties} has them in Hindi by
 * the rule's name, and one that is not in it, or was written by a person, stays as it is.
 */
final class Reasons {
    private static final String FILE = "reasons-hi.properties";
    private static final Pattern SHARE = Pattern.compile("\\(\\d+ %\\)$");
    private static final Properties HINDI = load();

    private Reasons() {}

    private static Properties load() {
        Properties read = new Properties();
        try (InputStream in = Objects.requireNonNull(Reasons.class.getResourceAsStream(FILE), FILE)) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FILE + " can't be read", e);
        }
    }

    static Markup of(Tip tip, Phrases phrases) {
        Judgement judged = tip.judgement();
        List<Markup> reasons = judged.reasons().stream()
                .<Markup>map(reason -> Element.of("li", "reason", inWords(reason, phrases)))
                .toList();
        Element card = Element.of("section", "card")
                .add(Element.of("h3", "title", phrases.of("tip.why", phrases.of(judged.priority()))))
                .add(Element.of(
                        "p", "hint", phrases.of("meaning." + judged.priority().name())));
        return reasons.isEmpty()
                ? card.add(Element.of("p", "empty", phrases.of("tip.no-reasons")))
                : card.add(Element.of("ul", "reasons", new Markup[0]).addAll(reasons));
    }

    static String inWords(String reason, Phrases phrases) {
        String[] parts = reason.split(": ", 2);
        if (parts[0].equals(Judgement.DESK)) {
            return phrases.of("tip.desk-reason", parts[parts.length - 1]);
        }
        if (phrases.tongue() != Tongue.HINDI) {
            return reason;
        }
        String known = HINDI.getProperty(parts[0].replace(' ', '-'));
        Matcher share = SHARE.matcher(reason);
        return known == null ? reason : known.replace("{0}", share.find() ? share.group() : "");
    }
}
