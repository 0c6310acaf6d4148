package in.suchna.local;

import static org.awaitility.Awaitility.await;

import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import in.suchna.local.whatsapp.Said;
import in.suchna.local.whatsapp.Signer;
import in.suchna.local.whatsapp.StoredMedia;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.localaws.template.Alarm.Metric;
import in.suchna.store.Roster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.model.SnsException;

/** What must happen for each alarm, brought about with the real functions; the alarms that hear silence have tests of their own. */
final class Happenings {
    private static final int UNDELIVERABLE = 131026;
    private static final int TOKEN_REVOKED = 190;
    private static final int WRONG_SIGNATURES = 6;
    private static final int WRONG_LINKS = 21;
    private static final int MINUTES_OF_A_LADDER = 90;
    private static final int HOURS_OF_A_WEEK = 170;
    private static final Pattern LINK = Pattern.compile("/a/([A-Za-z0-9_-]+)");
    private static final Duration LATE = Duration.ofSeconds(90);

    /** One of them. */
    @FunctionalInterface
    interface Happening {
        void in(AlarmTown town) throws IOException, InterruptedException;
    }

    private Happenings() {}

    static Map<String, Happening> all() {
        Map<String, Happening> all = new TreeMap<>();
        streams(all);
        door(all);
        whatsapp(all);
        duty(all);
        trust(all);
        return all;
    }

    private static void streams(Map<String, Happening> all) {
        all.put("IntakeFailedAlarm", failing("Intake"));
        all.put("ReplyFailedAlarm", failing("Reply"));
        all.put("AlertFailedAlarm", failing("Alert"));
        all.put("NotaryFailedAlarm", failing("Notary"));
        all.put("CountingFailedAlarm", failing("Counting"));
        all.put("EvidenceFailedAlarm", town -> {
            town.fail("Evidence");
            photo(town);
        });
        all.put("RosteringFailedAlarm", town -> {
            town.fail("Rostering");
            // as the desk does it, which wakes the stream's reader
            Roster desk = new Roster(
                    town.stack.aws().clientOf("Desk", DynamoDbClient.class),
                    town.stack.aws().table("Roster"));
            Shift shift = town.roster().of(Unit.CONTROL_ROOM).getFirst();
            desk.remove(shift);
            desk.put(shift);
        });
        all.put("IntakeBehindAlarm", late("Intake", "dynamodb:TransactWriteItems", AlarmTown::urgent));
        all.put("ReplyBehindAlarm", late("Reply", "dynamodb:", town -> town.say("status")));
        all.put("AlertBehindAlarm", late("Alert", "dynamodb:", AlarmTown::urgent));
    }

    private static void door(Map<String, Happening> all) {
        all.put("WebhookErrorsAlarm", Happenings::doorFails);
        all.put("ApiErrorsAlarm", Happenings::doorFails);
        all.put("UnreadableAlarm", town -> town.post("truncated.json"));
        all.put("SignaturesRefusedAlarm", town -> {
            for (int i = 0; i < WRONG_SIGNATURES; i++) {
                forged(town);
            }
        });
        all.put("AccountTroubleAlarm", town -> town.post("account-template-paused.json"));
        all.put("ProbeLostAlarm", town -> {
            town.fail("Webhook");
            town.stack.tickOfAnHour();
        });
        all.put("LinksRefusedAlarm", town -> {
            for (int i = 0; i < WRONG_LINKS; i++) {
                town.open("neverSent%04d".formatted(i));
            }
        });
        all.put("AcknowledgeErrorsAlarm", town -> {
            String sms = smsOfAnUrgentTip(town);
            town.fail("Acknowledge");
            town.open(LINK.matcher(sms).results().findFirst().orElseThrow().group(1));
        });
    }

    private static void whatsapp(Map<String, Happening> all) {
        all.put("RepliesFailedAlarm", town -> {
            town.stack.whatsapp().faults().refuse(UNDELIVERABLE, 3);
            town.say("gaon me jua hota hai");
        });
        all.put("OfficerMessagesFailedAlarm", town -> {
            town.stack.whatsapp().faults().refuse(UNDELIVERABLE, 20);
            town.urgent();
        });
        all.put("OperatorNeededAlarm", town -> {
            town.stack.whatsapp().faults().refuse(TOKEN_REVOKED, 1);
            town.say("talab ke paas jua");
        });
        all.put("EvidenceLostAlarm", town -> {
            // its file is on no shelf of WhatsApp's
            town.post("image.json");
            town.awaited("Attachments");
            for (int hour = 0; hour < HOURS_OF_A_WEEK && !town.ringing().contains("EvidenceLostAlarm"); hour++) {
                town.clock.move(Duration.ofHours(1));
                town.stack.tick();
            }
        });
    }

    private static void duty(Map<String, Happening> all) {
        all.put("AlertsFailedAlarm", town -> {
            town.stack.aws().calls().failBy(optedOut());
            town.urgent();
        });
        all.put("NobodyOnCallAlarm", town -> {
            town.roster().replaceBy(List.of());
            town.urgent();
        });
        all.put("GapsAheadAlarm", town -> {
            town.roster().replaceBy(List.of());
            town.stack.tickOfAnHour();
        });
        all.put("LaddersExhaustedAlarm", town -> {
            smsOfAnUrgentTip(town);
            for (int minute = 0;
                    minute < MINUTES_OF_A_LADDER && !town.ringing().contains("LaddersExhaustedAlarm");
                    minute++) {
                town.minute();
            }
        });
        // what SMS have cost SNS tells itself, about every five minutes and of no topic: as its guide says, not from
        // here
        all.put(
                "SmsSpendAlarm",
                town -> town.stack.metrics().add(new Metric("AWS/SNS", "SMSMonthToDateSpentUSD", Map.of()), 41));
    }

    private static void trust(Map<String, Happening> all) {
        all.put("TimelinesChangedAlarm", town -> {
            town.say("gaon me sharab bikti hai");
            town.awaited("Timeline");
            var entry = town.rows("Timeline").getFirst();
            town.stack
                    .aws()
                    .dynamo()
                    .updateItem(update -> update.tableName(town.stack.aws().table("Timeline"))
                            .key(Map.of(
                                    "reference",
                                    AttributeValue.fromS(entry.path("reference").asText()),
                                    "id",
                                    AttributeValue.fromS(entry.path("id").asText())))
                            .updateExpression("SET planted = :word")
                            .expressionAttributeValues(Map.of(":word", AttributeValue.fromS("changed"))));
            // so that the stream's reader wakes
            town.say("aur bhi log aate hai");
        });
        all.put("RevealAlarm", town -> {
            town.say("firanta", new Said.Text("bijli chori ho rahi hai"));
            town.call("RevealRequest", """
                    {"view": "reveal-request", "do": "request", "widgetContext": {"forms": {"all": {
                      "reveal-reference": "%s", "reveal-who": "DSP Verma", "reveal-cause": "ORDER",
                      "reveal-authority": "CJM 12/2026"}}}}""".formatted(
                            town.awaited("Tips").path("reference").asText()));
        });
        all.put("RevealRefusedAlarm", town -> town.call("RevealRequest", """
                        {"view": "reveal-request", "do": "show", "widgetContext": {"forms": {"all": {
                          "reveal-id": "nosuchrequest", "reveal-code": "0000000000"}}}}"""));
    }

    /** A function's table can't be had, and an urgent tip comes that every function would work on. */
    private static Happening failing(String function) {
        return town -> {
            town.fail(function);
            town.urgent();
        };
    }

    /** One call of each attempt fails after a while, so that there is an attempt in each minute or two. */
    private static Happening late(String function, String calls, Happening record) {
        return town -> {
            town.fail(function, calls, LATE);
            record.in(town);
        };
    }

    private static void doorFails(AlarmTown town) throws IOException, InterruptedException {
        town.fail("Webhook");
        town.post("text.json");
    }

    private static void photo(AlarmTown town) {
        byte[] photo = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");
        StoredMedia media = town.stack.whatsapp().upload(photo, "image/jpeg", Optional.empty());
        town.say("sunita", new Said.File("image", media, Optional.empty()));
    }

    private static void forged(AlarmTown town) throws IOException, InterruptedException {
        byte[] body = Letter.of(1, "not WhatsApp's").body();
        town.http.send(
                HttpRequest.newBuilder(URI.create(town.stack.url() + "/whatsapp"))
                        .header(Signer.HEADER, new Signer("another secret").signature(body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static String smsOfAnUrgentTip(AlarmTown town) throws IOException, InterruptedException {
        int before = town.stack.inbox().all().size();
        town.urgent();
        await().until(() -> town.stack.inbox().all().size() > before);
        return town.stack.inbox().all().getLast().text();
    }

    /** SNS refuses each number for good. */
    private static Fault optedOut() {
        return new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().equals("sns:Publish")) {
                    throw SnsException.builder()
                            .statusCode(400)
                            .awsErrorDetails(AwsErrorDetails.builder()
                                    .errorCode("OptedOut")
                                    .build())
                            .build();
                }
            }
        };
    }
}
