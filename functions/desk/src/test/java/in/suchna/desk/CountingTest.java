package in.suchna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Climb;
import in.suchna.duty.Unit;
import in.suchna.figures.DayFigures;
import in.suchna.journal.Journal;
import in.suchna.lookout.Lookout;
import in.suchna.store.Climbs;
import in.suchna.store.Figures;
import in.suchna.store.Retention;
import in.suchna.tip.Category;
import in.suchna.tip.Disposition;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CountingTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final AtWork work = new AtWork();
    private final Figures figures = new Figures(work.aws.dynamo(), work.aws.table("Figures"), Retention.ofDays(400));
    private final Counting counting = new Counting(
            work.aws.settingsOf("Counting"),
            clock(),
            new Journal(Lookout.log(OutputStream.nullOutputStream()), clock(), "counting"),
            work.aws.clientOf("Counting", DynamoDbClient.class));

    private static Clock clock() {
        return Clock.fixed(AtWork.BEGIN, ZoneOffset.UTC);
    }

    @AfterEach
    void end() {
        work.close();
    }

    private Map<String, AttributeValue> row(Tip tip) {
        return work.aws
                .dynamo()
                .getItem(b -> b.tableName(work.aws.table("Tips"))
                        .key(Map.of(
                                "reference",
                                AttributeValue.fromS(tip.reference().text()))))
                .item();
    }

    private String tell(List<Map<String, AttributeValue>> rows) {
        ObjectNode event = AtWork.JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (Map<String, AttributeValue> row : rows) {
            ObjectNode record = records.addObject().put("eventName", "MODIFY");
            record.putObject("dynamodb")
                    .put("SequenceNumber", Integer.toString(records.size()))
                    .set("NewImage", image(row));
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            counting.handleRequest(
                    new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)),
                    answer,
                    new Invoked(AtWork.ARN));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static ObjectNode image(Map<String, AttributeValue> row) {
        ObjectNode image = AtWork.JSON.createObjectNode();
        row.forEach((name, value) -> {
            ObjectNode typed = image.putObject(name);
            if (value.s() != null) {
                typed.put("S", value.s());
            } else if (value.n() != null) {
                typed.put("N", value.n());
            } else {
                ArrayNode list = typed.putArray("L");
                value.l().forEach(one -> list.addObject().put("S", one.s()));
            }
        });
        return image;
    }

    private DayFigures today() {
        return figures.of(NOVEMBER).stream()
                .filter(day -> day.day().equals(TODAY))
                .findFirst()
                .orElseGet(() -> DayFigures.none(TODAY));
    }

    /** Every version a tip had in its life: new, read, given, closed, opened again, closed otherwise. */
    private List<Map<String, AttributeValue>> life(Tip tip) {
        List<Map<String, AttributeValue>> versions = new ArrayList<>(List.of(row(tip)));
        Tip read =
                tip.handled(Status.READ, tip.handling().read(1, tip.createdAt().plus(Duration.ofMinutes(7))));
        for (Tip next : List.of(
                read,
                read.handled(Status.CLOSED, read.handling().closedAs(Disposition.FALSE, Optional.empty(), work.now())),
                read.handled(Status.READ, read.handling().reopened()),
                read.handled(
                        Status.CLOSED,
                        read.handling()
                                .closedAs(
                                        Disposition.ACTIONABLE,
                                        Optional.empty(),
                                        tip.createdAt().plus(Duration.ofHours(3)))))) {
            work.put(new Tip(
                    next.reference(),
                    next.citizen(),
                    next.language(),
                    next.status(),
                    next.judgement(),
                    next.text(),
                    next.parts(),
                    next.urgentSince(),
                    next.raises(),
                    next.createdAt(),
                    next.updatedAt(),
                    work.stored(tip).version(),
                    next.handling()));
            versions.add(row(tip));
        }
        return versions;
    }

    @Test
    void aTipCountsOnceHoweverOftenAndInWhateverOrderItsVersionsAreTold() {
        Random random = new Random(3);
        List<Map<String, AttributeValue>> told = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            told.addAll(life(work.tip(Category.THEFT, Priority.HIGH, "Kurud")));
        }
        told.addAll(List.copyOf(told));
        Collections.shuffle(told, random);
        for (int from = 0; from < told.size(); from += 75) {
            tell(told.subList(from, Math.min(told.size(), from + 75)));
        }

        assertThat(today().counts())
                .containsEntry("tip", 40L)
                .containsEntry("priority.HIGH", 40L)
                .containsEntry("category.THEFT", 40L)
                .containsEntry("thana.Kurud", 40L)
                .containsEntry("read.8", 40L)
                .containsEntry("close.180", 40L)
                .containsEntry("closed.ACTIONABLE", 40L);
        assertThat(today().of("closed.FALSE")).isZero();
        assertThat(figures.wrongDays()).isEmpty();
    }

    @Test
    void aTipOfLateEveningCountsOnTheDistrictsDay() {
        work.pass(Duration.ofHours(13));
        tell(List.of(row(work.tip(Priority.LOW, "half past midnight in Dhamtari"))));

        assertThat(figures.of(NOVEMBER)).extracting(DayFigures::day).containsExactly(TODAY.plusDays(1));
    }

    @Test
    void aLadderCountsWithItsFirstAcknowledgement() {
        Climbs climbs = new Climbs(work.aws.dynamo(), work.aws.table("Alerts"), Retention.ofDays(400));
        Tip tip = work.tip(Category.VIOLENCE, Priority.CRITICAL, "Nagri");
        Climb begun = climbs.save(Climb.of(tip), Optional.empty()).orElseThrow();
        for (int minutes : List.of(4, 9)) {
            begun = climbs.save(
                            begun.acknowledgedBy(
                                    new Acknowledgement(
                                            "nagri-si-" + minutes,
                                            Unit.of(new Thana("Nagri")),
                                            true,
                                            begun.urgentSince().plus(Duration.ofMinutes(minutes))),
                                    in.suchna.duty.Ladders.ofResources().of(begun)),
                            Optional.empty())
                    .orElseThrow();
        }
        List<Map<String, AttributeValue>> rows = work.aws
                .dynamo()
                .scan(b -> b.tableName(work.aws.table("Alerts")))
                .items();
        tell(rows);
        tell(rows);

        assertThat(today().counts()).containsEntry("climb", 1L).containsEntry("acknowledge.4", 1L);
    }

    @Test
    void aRowThatCantBeReadIsToldToTheStreamAndTheOthersCount() {
        Map<String, AttributeValue> broken = Map.of("reference", AttributeValue.fromS("7K3QM9T"));
        assertThat(tell(List.of(row(work.tip(Priority.LOW, "whole")), broken)))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
        assertThat(today().of("tip")).isEqualTo(1);
    }

    @Test
    void manyChangesCostTwoCallsForEach33Tips() {
        List<Map<String, AttributeValue>> rows = new ArrayList<>();
        for (int i = 0; i < 66; i++) {
            rows.add(row(work.tip(Priority.NORMAL, "one of many")));
        }
        work.aws.calls().reset();
        tell(rows);
        assertThat(work.aws.calls().of("Counting"))
                .isEqualTo(Map.of("dynamodb:BatchGetItem", 2L, "dynamodb:TransactWriteItems", 2L));
    }

    @Test
    void theHourlyProbeIsInNoFigure() {
        Map<String, AttributeValue> probe = new HashMap<>(row(work.tip(Priority.CRITICAL, "probe")));
        probe.put("citizen", AttributeValue.fromS("probe"));
        tell(List.of(probe));
        assertThat(figures.of(YearMonth.from(TODAY))).isEmpty();
    }

    @Test
    void allIsCountedAgainByTheCommandAndWhatIsWrongIsMadeAnew() {
        Tip counted = work.tip(
                new Judgement(Category.THEFT, Priority.LOW, Optional.empty(), Optional.empty(), List.of()), "counted");
        tell(List.of(row(counted)));
        work.tip(Priority.LOW, "from before there were figures");
        assertThat(recount("add")).isZero();
        assertThat(recount("add")).isZero();
        assertThat(today().of("tip")).isEqualTo(2);

        work.aws
                .dynamo()
                .updateItem(b -> b.tableName(work.aws.table("Figures"))
                        .key(Map.of(
                                "sheet", AttributeValue.fromS("2026-11"),
                                "line", AttributeValue.fromS("2026-11-24")))
                        .updateExpression("ADD tip :wrong")
                        .expressionAttributeValues(Map.of(":wrong", AttributeValue.fromN("7"))));
        assertThat(figures.wrongDays()).containsExactly(TODAY);
        assertThat(recount("anew")).isZero();
        assertThat(today().of("tip")).isEqualTo(2);
        assertThat(recount("wrong word")).isEqualTo(1);
    }

    private int recount(String how) {
        return new Recount(work.aws.dynamo(), Lookout.log(OutputStream.nullOutputStream()))
                .run(
                        how,
                        work.aws.table("Tips"),
                        work.aws.table("Alerts"),
                        work.aws.table("Figures"),
                        "Asia/Kolkata",
                        "400");
    }
}
