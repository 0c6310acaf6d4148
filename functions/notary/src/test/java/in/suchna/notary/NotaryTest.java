package in.suchna.notary;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.ledger.Link;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.store.Ledger;
import in.suchna.store.Row;
import in.suchna.tip.Reference;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotaryTest {
    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    private Row second(Reference tip) {
        return office.timeline.rowsOf(tip).get(1);
    }

    private int check(ByteArrayOutputStream out) {
        return new CheckTimeline(
                        office.aws.dynamo(),
                        office.aws.s3(),
                        office.clock,
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(office.aws.table("Timeline"), office.aws.table("Ledger"), office.bucket);
    }

    @Test
    void eachEntryIsSealedToTheOneBefore() {
        Reference tip = office.tip(3);

        office.seal(tip);

        List<Ledger.Kept> chain = office.ledger.of(tip);
        assertThat(chain).hasSize(3);
        assertThat(chain.getFirst().link().before()).isEqualTo(Link.NONE);
        assertThat(chain.get(1).link().before()).isEqualTo(chain.getFirst().seal());
        assertThat(chain.get(2).link().before()).isEqualTo(chain.get(1).seal());
        assertThat(office.faults(tip)).isEmpty();
        assertThat(office.aws
                        .s3()
                        .getObjectAsBytes(get -> get.bucket(office.bucket).key("chain/" + tip + "/3"))
                        .asUtf8String())
                .isEqualTo(chain.get(2).link().text());
    }

    @Test
    void anEntryToldTwiceIsSealedOnceWhateverWentWrongBetween() {
        Reference tip = office.tip(2);
        office.aws.calls().failBy(new Fault() {
            @Override
            public void after(Call call) {
                if (call.operation().endsWith("TransactWriteItems")) {
                    throw Fault.timeout();
                }
            }
        });
        office.seal(tip);
        office.aws.calls().failBy(Fault.NONE);

        office.seal(tip);
        office.seal(tip);

        assertThat(office.ledger.of(tip)).hasSize(2);
        assertThat(office.faults(tip)).isEmpty();
    }

    @Test
    void oneChangedByteOfAnyAttributeIsFoundAndNamed() {
        Reference tip = office.tip(3);
        office.seal(tip);
        Row entry = second(tip);
        Map<String, AttributeValue> changes = Map.of(
                "content", AttributeValue.fromS("{\"said\":\"word 2\"}"),
                "what", AttributeValue.fromS("messagf"),
                "at", AttributeValue.fromN(Long.toString(entry.number("at") + 1)),
                "added", AttributeValue.fromS(""));

        changes.forEach((attribute, value) -> {
            office.change("Timeline", entry, attribute, value);
            assertThat(office.faults(tip)).as(attribute).singleElement().satisfies(fault -> {
                assertThat(fault.entry()).isEqualTo(entry.text("id"));
                assertThat(fault.what()).isEqualTo("it was changed after it was sealed");
            });
        });
        office.change("Timeline", entry, "expires", AttributeValue.fromN("1"));
        assertThat(office.faults(tip)).isEmpty();
    }

    @Test
    void aRemovedAndASmuggledInEntryAreFoundAndNamed() {
        Reference tip = office.tip(3);
        office.seal(tip);
        Row entry = second(tip);
        office.aws
                .dynamo()
                .deleteItem(delete -> delete.tableName(office.aws.table("Timeline"))
                        .key(Map.of(
                                "reference",
                                AttributeValue.fromS(tip.text()),
                                "id",
                                AttributeValue.fromS(entry.text("id")))));
        office.timeline.appendNow(Office.entry(tip, 9));

        assertThat(office.faults(tip))
                .extracting(ChainCheck.Fault::what)
                .containsExactly("it was sealed and is gone", "it was never sealed");
    }

    @Test
    void whoChangesAnEntryAndItsLinkTooIsFoundByTheNextLinkAndByTheLockedCopy() {
        Reference tip = office.tip(3);
        office.seal(tip);
        Row entry = second(tip);
        office.change("Timeline", entry, "content", AttributeValue.fromS("{}"));
        Link before = office.ledger.of(tip).get(1).link();
        Link forged = new Link(
                tip,
                2,
                before.entry(),
                in.suchna.ledger.Digest.of(in.suchna.store.Canonical.textOf(second(tip))),
                before.before(),
                before.at());
        Row link = new Row(office.aws
                .dynamo()
                .getItem(get -> get.tableName(office.aws.table("Ledger"))
                        .key(Map.of(
                                "reference", AttributeValue.fromS(tip.text()),
                                "link", AttributeValue.fromS("000000002"))))
                .item());
        office.change("Ledger", link, "entryHash", AttributeValue.fromS(forged.entryHash()));
        assertThat(office.faults(tip).toString()).contains("its link 2 was changed after it was sealed");

        Map<String, AttributeValue> halfForged = new java.util.HashMap<>(link.item());
        halfForged.put("entryHash", AttributeValue.fromS(forged.entryHash()));
        Row once = new Row(halfForged);
        office.change("Ledger", once, "seal", AttributeValue.fromS(forged.seal()));
        assertThat(office.faults(tip).toString()).contains("its link 3 does not follow the one before");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(check(out)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("the locked copy of link 2 says something else");
        // leaves the machine as it was for the others
        office.change("Timeline", entry, "content", AttributeValue.fromS(entry.text("content")));
        office.change("Ledger", link, "number", AttributeValue.fromN("2"));
    }

    @Test
    void theCommandCountsWhatItCheckedAndNamesWhatIsWrong() {
        Reference tip = office.tip(2);
        office.seal(tip);
        Link first = office.ledger.of(tip).getFirst().link();
        office.aws
                .s3()
                .putObject(
                        put -> put.bucket(office.bucket).key("chain/" + tip + "/1"),
                        RequestBody.fromString("other words"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(check(out)).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("tip " + tip + ", entry " + first.entry() + ": the locked copy of link 1")
                .containsPattern("\\d+ entries of \\d+ tips, \\d+ faults");
        office.seal(tip);
    }

    @Test
    void anEntryThatIsChangedOrRemovedIsToldAtOnceButNotALongerRetention() {
        Row entry = second(office.tip(2));
        Map<String, AttributeValue> changed = new java.util.HashMap<>(entry.item());
        changed.put("content", AttributeValue.fromS("{}"));
        Map<String, AttributeValue> prolonged = new java.util.HashMap<>(entry.item());
        prolonged.put("expires", AttributeValue.fromN("4000000000"));

        office.tell("MODIFY", entry.item(), prolonged);
        assertThat(office.log()).doesNotContain("TimelinesChanged");
        office.tell("MODIFY", entry.item(), changed);
        office.tell("REMOVE", entry.item(), Map.of());

        assertThat(office.log().lines().filter(line -> line.contains("\"TimelinesChanged\":1")))
                .hasSize(2);
    }
}
