package in.suchna.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.duty.Alert;
import in.suchna.journal.Journal;
import in.suchna.store.Alerts;
import in.suchna.store.Climbs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Hears from SNS's delivery logs what became of SMS. Of each line it reads the message's id and the outcome and no more, for
 * the lines hold officers' numbers.
 */
final class Outcomes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "DATA_MESSAGE";
    private static final String SUCCESS = "SUCCESS";
    private static final String FAILURE = "FAILURE";
    private static final String NOT_DELIVERED = "NotDelivered";

    private final Alerts alerts;
    private final Climbs climbs;
    private final Ringing ringing;
    private final Clock clock;
    private final Journal journal;

    Outcomes(Alerts alerts, Climbs climbs, Ringing ringing, Clock clock, Journal journal) {
        this.alerts = alerts;
        this.climbs = climbs;
        this.ringing = ringing;
        this.clock = clock;
        this.journal = journal;
    }

    /** Whether an event comes from a log's subscription. */
    static boolean isOne(JsonNode event) {
        return event.path("awslogs").path("data").isTextual();
    }

    /**
     * Notes every outcome a subscription hands over.
     *
     * @return how many alerts it told of
     * @throws IOException if it is not what CloudWatch Logs hands over
     */
    int hear(JsonNode event, Instant deadline) throws IOException {
        byte[] zipped =
                Base64.getDecoder().decode(event.path("awslogs").path("data").asText());
        try (GZIPInputStream data = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            JsonNode batch = JSON.readTree(data);
            int told = 0;
            if (batch.path("messageType").asText().equals(DATA)) {
                for (JsonNode line : batch.path("logEvents")) {
                    told += hearLine(line.path("message").asText(), deadline);
                }
            }
            return told;
        }
    }

    private int hearLine(String line, Instant deadline) {
        try {
            JsonNode outcome = JSON.readTree(line);
            String providerId = outcome.path("notification").path("messageId").asText("");
            return providerId.isEmpty()
                    ? 0
                    : note(providerId, outcome.path("status").asText(), deadline);
        } catch (JsonProcessingException _) {
            // without its words, which may hold a number
            journal.note("outcome-unreadable", Map.of());
            return 0;
        }
    }

    private int note(String providerId, String status, Instant deadline) {
        int told = 0;
        for (Alert alert : alerts.awaiting(providerId)) {
            switch (status) {
                case SUCCESS -> alerts.delivered(alert, clock.instant());
                case FAILURE -> undelivered(alert, deadline);
                default -> journal.note("outcome-unheard-of", Map.of());
            }
            told++;
        }
        return told;
    }

    /** Somebody else is told at once, unless people have the tip by now. */
    private void undelivered(Alert alert, Instant deadline) {
        climbs.find(alert.reference(), alert.raise())
                .filter(climb -> climb.state().stillTells())
                .ifPresentOrElse(
                        climb -> ringing.undelivered(new Ringing.Call(alert, climb), NOT_DELIVERED, deadline),
                        () -> alerts.undelivered(alert, NOT_DELIVERED, clock.instant()));
    }
}
