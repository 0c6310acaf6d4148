package in.suchna.bench;

import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import in.suchna.localaws.LocalAws;
import in.suchna.store.Retention;
import in.suchna.store.Tips;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The pile of open tips on the desk. */
final class Pile {
    private static final String WORDS =
            "बस स्टैंड के पीछे रोज़ शाम को अवैध शराब बिकती है, दो लोग मोटरसाइकिल से लाते हैं। ";

    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final List<Category> CATEGORIES = List.of(Category.values());

    private final Random random = new Random(17);
    private final LocalAws aws;
    private final Tips tips;
    private Reference last = Reference.draw(random);

    Pile(LocalAws aws) {
        this.aws = aws;
        this.tips = new Tips(aws.dynamo(), aws.table("Tips"), Retention.ofDays(400));
    }

    /** The tip that was written down last. */
    Reference last() {
        return last;
    }

    /**
     * With the table's stream off, for DynamoDB Local looks through all records of all streams at each call of a table that has
     * one, and these tips are older than what a stream holds.
     */
    void addAsLongAgo(int howMany) {
        stream(false);
        add(howMany);
        stream(true);
    }

    private void stream(boolean on) {
        StreamSpecification.Builder stream = StreamSpecification.builder().streamEnabled(on);
        if (on) {
            stream.streamViewType(StreamViewType.NEW_AND_OLD_IMAGES);
        }
        aws.dynamo().updateTable(b -> b.tableName(aws.table("Tips")).streamSpecification(stream.build()));
    }

    /** So many more tips of the last month. */
    void add(int howMany) {
        Rows.write(
                aws.dynamo(),
                aws.table("Tips"),
                howMany,
                () -> tips.put(tip()).put().item());
    }

    private Tip tip() {
        return tip(Instant.now().minusSeconds(random.nextInt(30 * 86_400)));
    }

    /** One that nobody has written down yet. */
    Tip tip(Instant at) {
        last = Reference.draw(random);
        Priority priority = PRIORITIES.get(random.nextInt(PRIORITIES.size()));
        Judgement judged = new Judgement(
                CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                priority,
                Optional.of(new Thana(random.nextInt(500) == 0 ? "Borai" : "Kurud")),
                Optional.empty(),
                List.of("measured"));
        return new Tip(
                last,
                new CitizenId("citizen-" + last),
                Language.HINDI,
                Status.NEW,
                judged,
                WORDS.repeat(1 + random.nextInt(8)),
                1,
                Optional.empty(),
                0,
                at,
                at,
                0);
    }
}
