package in.suchna.simulate.plan;

import java.time.Duration;

/** One thing of a day: something people do, or something that goes wrong. Each can be left out without the others. */
public sealed interface Step {

    /** Whether something goes wrong by it. */
    default boolean isFault() {
        return !(this instanceof Said || this instanceof Answered);
    }

    /**
     * A citizen writes, and WhatsApp knocks.
     *
     * @param at after the day's beginning
     * @param person which of the citizens
     * @param words what they write
     * @param mark a word in it that stands in no other message; empty in a command
     * @param body things of the same body come in one knock
     */
    record Said(Duration at, int person, String words, String mark, int body) implements Step {}

    /** An officer answers the n-th SMS. */
    record Answered(int sms, Duration after, Way way) implements Step {}

    /** How an officer answers. */
    enum Way {
        LINK,
        LINK_COMING,
        LINK_TWICE,
        WHATSAPP,
        WHATSAPP_COMING,
        WHATSAPP_DONE
    }

    /** WhatsApp knocks again with a body, whether it was taken or not; after nothing, at the same time. */
    record KnockedAgain(int body, Duration after) implements Step {}

    /** The n-th call of a function to AWS or WhatsApp goes wrong. */
    record Struck(String function, int call, Blow blow) implements Step {}

    /** What goes wrong with one call. */
    enum Blow {
        /** The function dies before the call. */
        DIES_BEFORE,
        /** The function dies when the call is done. */
        DIES_AFTER,
        /** The call is refused, for there are too many. */
        THROTTLED,
        /** The service fails. */
        FAILS,
        /** No answer comes, and nothing was done. */
        LOST,
        /** No answer comes, though it was done. */
        DONE_UNHEARD,
        /** The answer was lost, and the SDK asked again by itself. */
        DONE_TWICE,
        /** The call takes a quarter of a minute. */
        SLOW,
        /** Another changed the row in that moment, so a transaction is called off. */
        CONFLICT
    }

    /** A service fails for a while. */
    record Down(Service service, Duration from, Duration length, Blow blow) implements Step {}

    /** What can be down. */
    enum Service {
        DYNAMODB,
        SNS,
        KMS,
        SSM,
        S3,
        GRAPH
    }

    /** A stream tells the n-th batch of a mapping once more, at the same time or afterwards. */
    record ToldTwice(String mapping, int batch, boolean atOnce) implements Step {}

    /** A stream tells the n-th record of a mapping late. */
    record ToldLate(String mapping, int record, Duration by) implements Step {}

    /** WhatsApp refuses the n-th message it is sent, with a code. */
    record Refused(int message, int code) implements Step {}

    /** WhatsApp takes the n-th message it is sent, and says by a receipt that it failed. */
    record FailedLater(int message, int code) implements Step {}

    /** The receipts of the n-th message come in the wrong order, and twice. */
    record ReceiptsMixed(int message) implements Step {}

    /** All functions are deployed anew. */
    record Deployed(Duration at) implements Step {}

    /** Nothing runs for a while, and then all goes on: as when the machines stand still. */
    record StoodStill(Duration at, Duration length) implements Step {}

    /** The clocks of the machines that begin from now on are a little off. */
    record ClockOff(Duration at, Duration by) implements Step {}
}
