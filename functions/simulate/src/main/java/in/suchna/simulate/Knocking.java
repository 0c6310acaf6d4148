package in.suchna.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.local.function.FunctionFailed;
import in.suchna.local.whatsapp.Signer;
import in.suchna.localaws.LocalSecrets;
import in.suchna.simulate.turn.Agenda;
import in.suchna.simulate.turn.Turns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Brings requests to the API's functions: WhatsApp knocks until it is answered 200, an officer as long as they have patience. */
final class Knocking {
    private static final ObjectMapper JSON = new ObjectMapper();
    // WhatsApp's go on for days
    private static final List<Duration> PAUSES =
            List.of(2, 15, 60, 300, 900, 1800, 3600, 3600, 7200, 7200, 14400, 14400).stream()
                    .map(Duration::ofSeconds)
                    .toList();
    private static final int OK = 200;
    private static final int BROKEN = 500;

    private final Worker webhook;
    private final Worker acknowledge;
    private final Turns turns;
    private final Agenda agenda;
    private final Story story;
    private final Signer signer = new Signer(LocalSecrets.APP_SECRET);

    Knocking(Worker webhook, Worker acknowledge, Turns turns, Agenda agenda, Story story) {
        this.webhook = webhook;
        this.acknowledge = acknowledge;
        this.turns = turns;
        this.agenda = agenda;
        this.story = story;
    }

    /** WhatsApp knocks with a body, now, and again until it is taken. */
    void knock(JsonNode body, Runnable taken) {
        byte[] bytes = signer.bytes(body);
        ObjectNode event = event("POST", new String(bytes, StandardCharsets.UTF_8));
        event.putObject("headers").put(Signer.HEADER.toLowerCase(java.util.Locale.ROOT), signer.signature(bytes));
        until(OK, webhook, written(event), 0, taken);
    }

    private void until(int wanted, Worker worker, byte[] event, int knocks, Runnable done) {
        turns.begin(() -> {
            int status = status(worker, event);
            story.tell(() -> "  %s answers %d".formatted(worker.declared().logicalId(), status));
            if (status == wanted || (wanted != OK && status < BROKEN)) {
                done.run();
            } else if (knocks < PAUSES.size()) {
                agenda.after(PAUSES.get(knocks), () -> until(wanted, worker, event, knocks + 1, done));
            }
        });
    }

    private static int status(Worker worker, byte[] event) {
        try {
            return JSON.readTree(worker.call(event)).path("statusCode").asInt();
        } catch (FunctionFailed _) {
            return BROKEN;
        } catch (IOException e) {
            throw new UncheckedIOException("An answer is no JSON", e);
        }
    }

    /** An officer opens the link of an SMS, and presses a button of the page. */
    void press(String token, String word, Runnable answered) {
        ObjectNode open = event("GET", "");
        open.putObject("pathParameters").put("token", token);
        ObjectNode press = event("POST", "word=" + word);
        press.putObject("pathParameters").put("token", token);
        byte[] pressed = written(press);
        until(BROKEN, acknowledge, written(open), 0, () -> until(BROKEN, acknowledge, pressed, 0, answered));
    }

    private static ObjectNode event(String method, String body) {
        ObjectNode event = JSON.createObjectNode();
        event.putObject("requestContext").putObject("http").put("method", method);
        return event.put("body", body).put("isBase64Encoded", false);
    }

    private static byte[] written(ObjectNode event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
