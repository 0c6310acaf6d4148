package in.suchna.acknowledge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.acknowledge.Visit.Word;
import in.suchna.duty.Alert;
import in.suchna.tip.Thana;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page: a few kilobytes of HTML with forms and no script, in both languages at once, so that the oldest phone on the
 * slowest network shows it. It knows a reference, a priority and a thana, and nothing of who told what.
 */
final class Page {
    private static final String STYLE = """
            body{margin:0;font:18px/1.5 sans-serif;color:#1b1b1b;background:#fff}
            main{max-width:26em;margin:0 auto;padding:16px}
            h1{font-size:16px;margin:0 0 16px;color:#444}
            h2{font-size:20px;margin:16px 0 8px}
            table{border-collapse:collapse;margin:0 0 8px}
            th{text-align:left;font-weight:normal;color:#444;padding:2px 16px 2px 0;vertical-align:top}
            td{font-weight:bold;padding:2px 0}
            form{margin:16px 0}
            input.b{display:block;width:100%;min-height:64px;padding:8px;font-size:18px;white-space:normal;
            border:2px solid #0b3d66;background:#0b3d66;color:#fff}
            input.have{background:#fff;color:#0b3d66}
            input.b:focus{outline:3px solid #d98200;outline-offset:2px}
            p{margin:8px 0}
            """;

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hashOf(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Words hindi;
    private final Words english;

    Page(Words hindi, Words english) {
        this.hindi = hindi;
        this.english = english;
    }

    private static String hashOf(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not to be had in this Java", e);
        }
    }

    /** As API Gateway's HTTP API wants it. */
    ObjectNode forGateway(Outcome outcome) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("statusCode", statusOf(outcome));
        ObjectNode headers = answer.putObject("headers");
        headers.put("content-type", "text/html; charset=utf-8");
        headers.put("content-security-policy", POLICY);
        // the address is the key to the page: nobody may keep it or be told of it
        headers.put("cache-control", "no-store");
        headers.put("referrer-policy", "no-referrer");
        headers.put("x-robots-tag", "noindex, nofollow");
        headers.put("x-content-type-options", "nosniff");
        answer.put("body", html(outcome));
        return answer;
    }

    private static int statusOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Open _, Outcome.Taken _, Outcome.Settled _, Outcome.Closed _, Outcome.Superseded _ -> 200;
            case Outcome.Expired _ -> 410;
            case Outcome.Unknown _ -> 404;
            case Outcome.NotTaken _ -> 400;
            case Outcome.Broken _ -> 500;
        };
    }

    /** The page's HTML. */
    String html(Outcome outcome) {
        String title = hindi.say("title") + " · " + english.say("title");
        return """
            <!DOCTYPE html>
            <html lang="hi">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="robots" content="noindex"><title>%s</title><style>%s</style></head>
            <body><main><h1>%s</h1>
            %s</main></body></html>
            """.formatted(title, STYLE, title, bodyOf(outcome));
    }

    private String bodyOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Open(Alert alert, boolean said) -> open(alert, said);
            case Outcome.Taken(Alert alert, boolean enough) -> told(alert, enough ? "enough" : "one-more");
            case Outcome.Settled(Alert alert) -> told(alert, "settled");
            case Outcome.Closed(Alert alert) -> told(alert, "closed");
            case Outcome.Superseded(Alert alert) -> told(alert, "superseded");
            case Outcome.Expired _ -> both("expired");
            case Outcome.Unknown _ -> both("unknown");
            case Outcome.NotTaken _ -> both("not-taken");
            case Outcome.Broken _ -> both("broken");
        };
    }

    private String open(Alert alert, boolean said) {
        String have = said ? both("said") : button(Word.HAVE, "have");
        return tip(alert) + button(Word.COMING, "coming") + have + both("more");
    }

    private String told(Alert alert, String key) {
        return both(key) + tip(alert);
    }

    private String tip(Alert alert) {
        String thana = alert.thana().map(Thana::name).map(Page::escaped).orElseGet(() -> pair("not-known"));
        return "<table>"
                + row("reference", alert.reference().text())
                + row("priority", pair(alert.priority().name()))
                + row("thana", thana)
                + "</table>\n";
    }

    private String row(String key, String value) {
        return "<tr><th>" + pair(key) + "</th><td>" + value + "</td></tr>";
    }

    private String pair(String key) {
        return escaped(hindi.say(key)) + " / " + escaped(english.say(key));
    }

    private String button(Word word, String key) {
        return """
            <form method="post"><input type="hidden" name="%s" value="%s"><input class="b %s" type="submit" value="%s / %s"></form>
            """.formatted(Visit.FIELD, word.name(), key, escaped(hindi.say(key)), escaped(english.say(key)));
    }

    private String both(String key) {
        return Stream.of(hindi, english)
                .map(words -> "<p lang=\"" + words.tag() + "\">" + escaped(words.say(key)) + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
