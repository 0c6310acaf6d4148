package in.suchna.simulate;

import in.suchna.seal.Pepper;
import in.suchna.simulate.plan.Step;
import in.suchna.store.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must be true when a day is over. */
final class Promises {
    private Promises() {}

    /** Those that a day did not keep. */
    static List<Violation> broken(Day day, Founding founding) {
        List<Violation> broken = new ArrayList<>();
        if (day.isUnfinished()) {
            broken.add(new Violation("a day's work ends", "something is still to do after two days"));
        }
        Evening evening = new Evening(day);
        broken.addAll(new AnswerPromises(evening, Pepper.ofSecret(founding.pepper())).broken());
        broken.addAll(new AlertPromises(evening, founding.linkSecret()).broken());
        if (day.plan().steps(Step.Down.class).findAny().isEmpty()) {
            evening.failed()
                    .forEach(body -> broken.add(new Violation(
                            "only an outage makes a record fail for good",
                            String.valueOf(Evening.json(body)
                                    .path("requestContext")
                                    .path("functionArn")
                                    .asText()))));
        }
        broken.addAll(leaks(day, evening));
        broken.addAll(unsealed(evening));
        return broken;
    }

    /** Nothing that identifies a citizen stands in the clear in a table, a journal or an SMS. */
    private static List<Violation> leaks(Day day, Evening evening) {
        Set<String> secrets = Stream.concat(
                        Sender.CITIZENS.stream().flatMap(Sender::secrets),
                        day.town().written().stream().map(one -> one.letter.wamid()))
                .collect(Collectors.toSet());
        List<Violation> broken = new ArrayList<>();
        look(broken, secrets, "the journals", String.join("\n", day.log().lines()));
        look(
                broken,
                secrets,
                "an SMS",
                day.town().rung().stream().map(rung -> rung.sms().text()).collect(Collectors.joining("\n")));
        day.aws()
                .template()
                .tables()
                .keySet()
                .forEach(table -> look(
                        broken,
                        secrets,
                        "the table " + table,
                        evening.rows(table).stream()
                                .flatMap(row -> row.item().values().stream())
                                .map(Promises::text)
                                .collect(Collectors.joining("\n"))));
        return broken;
    }

    private static String text(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case B -> latin(value.b());
            default -> value.toString();
        };
    }

    private static String latin(SdkBytes bytes) {
        return new String(bytes.asByteArrayUnsafe(), StandardCharsets.ISO_8859_1);
    }

    private static void look(List<Violation> broken, Set<String> secrets, String place, String text) {
        secrets.stream()
                .filter(text::contains)
                .findFirst()
                .ifPresent(
                        _ -> broken.add(new Violation("nobody is told who wrote", "it stands in %s".formatted(place))));
    }

    /** Each entry of a timeline is sealed, once, and each chain is whole. */
    private static List<Violation> unsealed(Evening evening) {
        List<Violation> broken = new ArrayList<>();
        Set<String> sealed = new HashSet<>();
        for (Row link : evening.rows("Ledger")) {
            if (!sealed.add(link.text("reference") + " " + link.text("entry"))) {
                broken.add(new Violation("an entry is sealed once", String.valueOf(link.text("reference"))));
            }
        }
        for (Row entry : evening.rows("Timeline")) {
            if (!sealed.contains(entry.text("reference") + " " + entry.text("id"))
                    && !evening.isToldAsFailed("Notary.Entries", entry.text("id"))) {
                broken.add(new Violation(
                        "an entry is sealed, or told as failed", String.valueOf(entry.text("reference"))));
            }
        }
        return broken;
    }
}
