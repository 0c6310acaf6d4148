package in.suchna.desk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.desk.act.Acts;
import in.suchna.desk.act.Casework;
import in.suchna.desk.act.Colleagues;
import in.suchna.desk.act.Correspondence;
import in.suchna.desk.act.Deeds;
import in.suchna.desk.call.Call;
import in.suchna.desk.call.View;
import in.suchna.desk.html.Element;
import in.suchna.desk.html.Markup;
import in.suchna.desk.queue.QueueView;
import in.suchna.desk.tip.TipView;
import in.suchna.desk.words.Phrases;
import in.suchna.desk.words.Tongue;
import in.suchna.duty.District;
import in.suchna.duty.Ladders;
import in.suchna.journal.Journal;
import in.suchna.store.Acknowledgements;
import in.suchna.store.Alerts;
import in.suchna.store.Citizens;
import in.suchna.store.Climbs;
import in.suchna.store.Outbox;
import in.suchna.store.Queue;
import in.suchna.store.Retention;
import in.suchna.store.Roster;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.surroundings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.crac.Core;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Answers the console with a widget. Whatever it is asked, it answers with a widget that says what is the matter. */
public final class Desk implements RequestStreamHandler {

    /** The most bytes of an answer; the console takes somewhat more than this. */
    static final int LARGEST_ANSWER = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, View> views;
    private final Map<Tongue, Phrases> phrases = new EnumMap<>(Tongue.class);
    private final Frame frame = new Frame();
    // the CRaC context holds it weakly
    private final Priming priming;
    private final Clock clock;
    private final Journal journal;

    /** As Lambda builds it. */
    public Desk() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "desk"),
                DynamoDbClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build());
        Core.getGlobalContext().register(priming);
    }

    /** As the tests and the local stack build it. */
    public Desk(Settings settings, Clock clock, Journal journal, DynamoDbClient dynamo) {
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        ZoneId zone = ZoneId.of(settings.text("DISTRICT_ZONE"));
        for (Tongue tongue : Tongue.values()) {
            phrases.put(tongue, Phrases.of(tongue, zone));
        }
        Tips tips = new Tips(dynamo, settings.text("TIPS_TABLE"), retention);
        Timeline timeline = new Timeline(dynamo, settings.text("TIMELINE_TABLE"), retention);
        Roster roster = new Roster(dynamo, settings.text("ROSTER_TABLE"));
        Queue queue = new Queue(dynamo, settings.text("TIPS_TABLE"));
        Climbs climbs = new Climbs(dynamo, settings.text("ALERTS_TABLE"), retention);
        Acknowledgements acknowledgements = new Acknowledgements(
                new Alerts(dynamo, settings.text("ALERTS_TABLE"), retention), climbs, Ladders.ofResources());
        Colleagues colleagues = new Colleagues(roster);
        Correspondence correspondence = new Correspondence(
                new Citizens(dynamo, settings.text("CITIZENS_TABLE"), retention),
                new Outbox(dynamo, settings.text("OUTBOX_TABLE"), retention),
                settings.text("REPLY_TEMPLATE"));
        Casework casework = new Casework(tips, timeline, colleagues, acknowledgements);
        Acts acts = new Acts(dynamo, tips, timeline, casework, correspondence, journal);
        Deeds deeds = new Deeds(colleagues, correspondence);
        this.views = Map.of(
                QueueView.NAME, new QueueView(queue, roster, District.ofResources()),
                TipView.NAME, new TipView(tips, timeline, climbs, acts, deeds));
        this.clock = clock;
        this.journal = journal;
        this.priming = new Priming(this::widget, journal);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        String endpoint = context == null ? "" : context.getInvokedFunctionArn();
        String request = context == null ? "" : context.getAwsRequestId();
        Call call = new Call(event(input), endpoint, request, clock.instant());
        JSON.writeValue(output, call.isDescribe() ? phrases(Tongue.ENGLISH).of("describe") : widget(call));
    }

    private static JsonNode event(InputStream input) throws IOException {
        try {
            JsonNode event = JSON.readTree(input);
            return event == null ? JSON.missingNode() : event;
        } catch (JsonProcessingException _) {
            // answered as an event that asks for no widget
            return JSON.missingNode();
        }
    }

    private Phrases phrases(Tongue tongue) {
        return Objects.requireNonNull(phrases.get(tongue));
    }

    private String widget(Call call) {
        Phrases words = phrases(call.tongue());
        String view = call.param("view").orElse("");
        String html =
                frame.around(call, words, view, content(call, words, view)).html();
        return html.getBytes(StandardCharsets.UTF_8).length <= LARGEST_ANSWER
                ? html
                : frame.around(call, words, view, trouble(words.of("trouble.large")))
                        .html();
    }

    private Markup content(Call call, Phrases words, String view) {
        Optional<View> known = Optional.ofNullable(views.get(view));
        if (known.isEmpty()) {
            journal.note("unknown-widget", Map.of("request", call.request()));
            return trouble(words.of(
                    "trouble.unknown",
                    String.join(", ", views.keySet().stream().sorted().toList())));
        }
        try {
            return known.get().show(call, words);
        } catch (RuntimeException e) {
            journal.trouble("widget-failed", e, Map.of("view", view, "request", call.request()));
            return trouble(words.of("trouble.failed", call.request()));
        }
    }

    private static Markup trouble(String what) {
        return Element.of("p", "warning", what).with("role", "alert");
    }
}
