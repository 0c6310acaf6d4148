package in.suchna.desk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import in.suchna.desk.act.Acts;
import in.suchna.desk.act.Casework;
import in.suchna.desk.act.Colleagues;
import in.suchna.desk.act.Correspondence;
import in.suchna.desk.act.Deeds;
import in.suchna.desk.act.DutyDeeds;
import in.suchna.desk.figures.FiguresView;
import in.suchna.desk.health.HealthView;
import in.suchna.desk.queue.QueueView;
import in.suchna.desk.roster.RosterView;
import in.suchna.desk.tip.Copies;
import in.suchna.desk.tip.TipView;
import in.suchna.duty.District;
import in.suchna.duty.Ladders;
import in.suchna.journal.Journal;
import in.suchna.store.Acknowledgements;
import in.suchna.store.Alerts;
import in.suchna.store.Citizens;
import in.suchna.store.Climbs;
import in.suchna.store.Failures;
import in.suchna.store.Figures;
import in.suchna.store.Outbox;
import in.suchna.store.Queue;
import in.suchna.store.Retention;
import in.suchna.store.Roster;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.surroundings.AwsClients;
import in.suchna.surroundings.Settings;
import in.suchna.widget.Widgets;
import in.suchna.widget.call.View;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Answers the console with a widget. Whatever it is asked, it answers with a widget that says what is the matter. */
public final class Desk implements RequestStreamHandler {

    private final Widgets widgets;
    // the CRaC context holds it weakly
    private final Priming priming;

    /** As Lambda builds it. */
    public Desk() {
        this(
                Settings.ofProcess(),
                Clock.systemUTC(),
                new Journal(System.out, Clock.systemUTC(), "desk"),
                AwsClients.of(DynamoDbClient.builder()),
                AwsClients.of(SqsClient.builder()),
                S3Presigner.create());
        Core.getGlobalContext().register(priming);
    }

    /** As the tests and the local stack build it. */
    public Desk(
            Settings settings,
            Clock clock,
            Journal journal,
            DynamoDbClient dynamo,
            SqsClient sqs,
            S3Presigner presigner) {
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        ZoneId zone = ZoneId.of(settings.text("DISTRICT_ZONE"));
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
        Map<String, View> views = Map.of(
                QueueView.NAME, new QueueView(queue, roster, District.ofResources()),
                TipView.NAME,
                        new TipView(
                                tips,
                                timeline,
                                climbs,
                                acts,
                                deeds,
                                new Copies(presigner, settings.text("EXHIBITS_BUCKET"))),
                RosterView.NAME, new RosterView(roster, District.ofResources(), new DutyDeeds(roster, journal)),
                HealthView.NAME,
                        new HealthView(
                                climbs,
                                new Outbox(dynamo, settings.text("OUTBOX_TABLE"), retention),
                                new Failures(dynamo, settings.text("OUTBOX_TABLE")),
                                sqs,
                                List.of(settings.text("FAILED_QUEUES").split(",", -1))),
                FiguresView.NAME, new FiguresView(new Figures(dynamo, settings.text("FIGURES_TABLE"), retention)));
        this.widgets = new Widgets(views, Desk.class, zone, clock, journal);
        this.priming = new Priming(widgets, journal);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        widgets.answer(
                input,
                output,
                context == null ? "" : context.getInvokedFunctionArn(),
                context == null ? "" : context.getAwsRequestId());
    }
}
