package in.suchna.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.surroundings.AwsClients;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The command that replays a queue of failures: each note's records are read from the stream again and the function is called
 * with them as Lambda would. A note goes only when the function reported no failure; done twice, it changes nothing. Nothing of
 * what the records hold is written anywhere.
 */
public final class Replay {
    private static final int ARGUMENTS = 3;
    private static final String NOWHERE = "nowhere";

    /** How long a note is hidden from others while it is worked on, in seconds; longer than any function may run. */
    private static final int HIDDEN = 900;

    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
    private static final String USAGE =
            "Which queue? mvn -q -Preplay -Dqueue=IntakeFailed (or another of the runbook's) [-Dstack=suchna] [-Dfrom=table]"
                    + " (or nowhere, which only takes the notes away)";

    private final SqsClient sqs;
    private final Passage passage;
    private final KeptRows rows;
    private final Retelling retelling;
    private final PrintStream out;

    /** With the clients it calls; the command and the tests make it alike. */
    public Replay(
            SqsClient sqs, DynamoDbStreamsClient streams, DynamoDbClient dynamo, LambdaClient lambda, PrintStream out) {
        this.sqs = sqs;
        this.passage = new Passage(streams);
        this.rows = new KeptRows(dynamo);
        this.retelling = new Retelling(lambda);
        this.out = out;
    }

    /**
     * @param arguments the queue's name in template.yaml; the stack's name; from where the records are told, {@code stream} or
     *     {@code table}, or {@code nowhere} to take the notes away alone
     */
    public static void main(String[] arguments) {
        Replay replay = new Replay(
                AwsClients.patient(SqsClient.builder()),
                AwsClients.patient(DynamoDbStreamsClient.builder()),
                AwsClients.patient(DynamoDbClient.builder()),
                LambdaClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(LONGEST_CALL))
                        // a call that is tried again by the client would be two calls at once
                        .overrideConfiguration(ClientOverrideConfiguration.builder()
                                .apiCallTimeout(LONGEST_CALL)
                                .retryStrategy(retry -> retry.maxAttempts(1))
                                .build())
                        .build(),
                System.out);
        System.exit(replay.run(arguments));
    }

    /** Returns 0 when no note is left, 1 when one is or nothing was done. */
    public int run(String... arguments) {
        if (arguments.length < ARGUMENTS
                || arguments[0].isBlank()
                || !List.of("stream", "table", NOWHERE).contains(arguments[2])) {
            out.println(USAGE);
            return 1;
        }
        Optional<String> queue = queue(arguments[1] + "-" + arguments[0]);
        if (queue.isEmpty()) {
            out.println("There is no queue %s of the stack %s. %s".formatted(arguments[0], arguments[1], USAGE));
            return 1;
        }
        return replay(queue.get(), arguments[2]);
    }

    /** The queue's URL; CloudFormation adds a dash and letters to its name. */
    private Optional<String> queue(String name) {
        return sqs.listQueues(ask -> ask.queueNamePrefix(name)).queueUrls().stream()
                .filter(url -> url.substring(url.lastIndexOf('/') + 1).matches("\\Q" + name + "\\E(-[A-Za-z0-9]+)?"))
                .findFirst();
    }

    private int replay(String queue, String from) {
        int done = 0;
        List<Message> left = new ArrayList<>();
        List<Message> some = receive(queue);
        while (!some.isEmpty()) {
            for (Message message : some) {
                if (from.equals(NOWHERE) || replayed(message, from.equals("table"))) {
                    sqs.deleteMessage(d -> d.queueUrl(queue).receiptHandle(message.receiptHandle()));
                    done++;
                } else {
                    left.add(message);
                }
            }
            some = receive(queue);
        }
        left.forEach(message -> sqs.changeMessageVisibility(
                c -> c.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0)));
        out.println("%d notes done, %d left.".formatted(done, left.size()));
        return left.isEmpty() ? 0 : 1;
    }

    private List<Message> receive(String queue) {
        return sqs.receiveMessage(
                        ask -> ask.queueUrl(queue).maxNumberOfMessages(10).visibilityTimeout(HIDDEN))
                .messages();
    }

    private boolean replayed(Message message, boolean fromTable) {
        Optional<Note> read = Note.of(message.body());
        if (read.isEmpty()) {
            out.println("A message of the queue is no note of Lambda's; it is left.");
            return false;
        }
        Note note = read.get();
        Optional<List<ObjectNode>> records = fromTable ? Optional.of(rows.of(note)) : passage.of(note);
        if (records.isEmpty()) {
            out.println("""
                    Records of %s are older than the 24 hours that a stream keeps, so they can't be read again. Their rows
                    are still in the table %s. Look into the runbook at "Replaying a failed queue" what is to do for
                    this queue; the same command with -Dfrom=table tells the function the rows themselves.""".formatted(note.firstAt(), note.table()));
            return false;
        }
        return taken(note, retelling.tell(note, records.get()));
    }

    private boolean taken(Note note, Retelling.Outcome outcome) {
        out.println(
                switch (outcome) {
                    case Retelling.Taken(int count) -> "%d records of %s were taken.".formatted(count, note.firstAt());
                    case Retelling.Failed(String why) ->
                        "Records of %s failed again: %s. Mend the cause first; the function's log says more."
                                .formatted(note.firstAt(), why);
                    case Retelling.Nothing() ->
                        "Of %s there is nothing to tell the function in %s; the note is left. -Dfrom=nowhere takes it away."
                                .formatted(note.firstAt(), note.table());
                    case Retelling.NotMapped() ->
                        "The stream of %s leads to %s no more; the note is left."
                                .formatted(note.table(), note.functionArn());
                });
        return outcome instanceof Retelling.Taken;
    }
}
