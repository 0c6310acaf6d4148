package in.suchna.reply;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Why WhatsApp refuses, by its error {@code code}, and what then helps. One table for answers to our calls and for failed
 * receipts. Throttling comes as HTTP 400, so the HTTP status decides only where the code is unknown.
 */
enum Refusal {
    // ---- a person must mend it
    TOKEN("the access token is invalid or has expired", Retry.OPERATOR, 0, 190),
    PERMISSION("the app or token lacks a permission", Retry.OPERATOR, 3, 10, 131005),
    LOCKED(
            "the account is blocked for a policy, locked, or kept out of a country",
            Retry.OPERATOR,
            368,
            131031,
            130497),
    PAYMENT("the account's payment fails", Retry.OPERATOR, 131042),
    NUMBER("the number is not registered, or its display name not approved", Retry.OPERATOR, 131037, 131045, 133010),
    TEMPLATE_AWAY("the template is missing, paused or disabled", Retry.OPERATOR, 132001, 132015, 132016),

    // ---- time helps
    SERVICE("WhatsApp has a passing trouble", Retry.NOW_BACKOFF, 1, 2, 131000, 131016, 133004),
    MAINTENANCE("the number is being upgraded, about a minute", Retry.SLOWER, 131057),
    CALL_RATE("too many calls of the app, the account or the number", Retry.SLOWER, 4, 80007, 130429, 133016),
    PAIR_RATE("too many messages to this one person", Retry.THIS_PERSON_LATER, 131056),
    SPAM_RATE("too many of our messages were blocked or reported", Retry.HOURS, 131048),
    FLOW_RATE("the form may be sent ten times an hour", Retry.HOURS, 132069),
    MEDIA_FETCH("WhatsApp could not fetch or take our file", Retry.FEW_TRIES, 131053),

    // ---- another form helps
    WINDOW("more than 24 hours since the citizen wrote", Retry.AS_TEMPLATE, 131047),

    // ---- nothing helps
    NOT_CHOSEN("WhatsApp chose not to deliver, or tests something on this person", Retry.NEVER, 131049, 130472),
    OPTED_OUT("the citizen wants none of this kind", Retry.NEVER, 131050),
    UNDELIVERABLE("the citizen can't be reached: not on WhatsApp, an old app, or they blocked us", Retry.NEVER, 131026),
    NOT_ALLOWED("a test number may write only to numbers on its list", Retry.NEVER, 131030),
    TYPE("WhatsApp does not know this type of message", Retry.NEVER, 131051),
    CITIZENS_MEDIA("the citizen's file could not be had", Retry.NEVER, 131052),
    PARAMETER("a field is wrong, missing or names nothing", Retry.NEVER, 100, 131008, 131009, 131021, 33, 135000),
    TEMPLATE_WRONG("the template's parameters or text are wrong", Retry.NEVER, 132000, 132012, 132005, 132007),
    FLOW_BLOCKED("the form is blocked", Retry.NEVER, 132068),
    NEEDS_PHONE("this message can't go to a user id, only to a phone", Retry.NEVER, 131062),

    // ---- codes that nobody has told us, by the HTTP status
    UNKNOWN_SERVER("an unknown code, and WhatsApp's own fault", Retry.NOW_BACKOFF),
    UNKNOWN_RATE("an unknown code, and too many calls", Retry.SLOWER),
    UNKNOWN_TOKEN("an unknown code, and we are not let in", Retry.OPERATOR),
    UNKNOWN("an unknown code", Retry.FEW_TRIES),

    // ---- our own, below zero
    UNREACHABLE("no connection to WhatsApp", Retry.NOW_BACKOFF, -1),
    SILENT("WhatsApp was called and did not answer; it may have been sent", Retry.UNSURE, -2),
    SEAL_BROKEN("the sealed address can't be opened", Retry.NEVER, -3),
    ROW_BROKEN("the outbox row can't be read", Retry.NEVER, -4),
    NOBODY("the address has neither a phone nor a user id", Retry.NEVER, -5),
    LETTER_BROKEN("the row's payload is no message", Retry.NEVER, -6),
    WORN_OUT("sending was begun too often and never ended", Retry.NEVER, -7),
    UNTOLD("a receipt says it failed and not why", Retry.FEW_TRIES, -8),
    NOTHING_TO_MARK("a reaction to a message that has no id", Retry.NEVER, -9);

    private static final Map<Integer, Refusal> BY_CODE = new HashMap<>();

    static {
        for (Refusal refusal : values()) {
            Arrays.stream(refusal.codes).forEach(code -> BY_CODE.put(code, refusal));
        }
        for (int permission = 200; permission <= 299; permission++) {
            BY_CODE.put(permission, PERMISSION);
        }
    }

    private final String meaning;
    private final Retry retry;

    @SuppressWarnings("ImmutableEnumChecker") // nobody gets the array
    private final int[] codes;

    Refusal(String meaning, Retry retry, int... codes) {
        this.meaning = meaning;
        this.retry = retry;
        this.codes = codes;
    }

    /** What a failed receipt's code says. */
    static Refusal of(int code) {
        return BY_CODE.getOrDefault(code, UNKNOWN);
    }

    /** What the code of an answer says; the HTTP status only where nobody has told us the code. */
    static Refusal of(int code, int httpStatus) {
        Refusal known = BY_CODE.get(code);
        if (known != null) {
            return known;
        }
        return switch (httpStatus) {
            case 401 -> UNKNOWN_TOKEN;
            case 429 -> UNKNOWN_RATE;
            default -> httpStatus >= 500 ? UNKNOWN_SERVER : UNKNOWN;
        };
    }

    /** What it means, for people. */
    String meaning() {
        return meaning;
    }

    /** What helps. */
    Retry retry() {
        return retry;
    }

    /** The code by which the outbox row keeps one of our own refusals. */
    int code() {
        return codes[0];
    }
}
