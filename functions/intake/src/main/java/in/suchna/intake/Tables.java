package in.suchna.intake;

import in.suchna.store.Citizens;
import in.suchna.store.Messages;
import in.suchna.store.Outbox;
import in.suchna.store.Retention;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.surroundings.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables the intake writes. */
record Tables(Messages messages, Citizens citizens, Tips tips, Timeline timeline, Outbox outbox) {

    static Tables of(Settings settings, DynamoDbClient dynamo) {
        Retention retention = Retention.ofDays(settings.number("RETENTION_DAYS"));
        return new Tables(
                new Messages(dynamo, settings.text("MESSAGES_TABLE"), retention),
                new Citizens(dynamo, settings.text("CITIZENS_TABLE"), retention),
                new Tips(dynamo, settings.text("TIPS_TABLE"), retention),
                new Timeline(dynamo, settings.text("TIMELINE_TABLE"), retention),
                new Outbox(dynamo, settings.text("OUTBOX_TABLE"), retention));
    }
}
