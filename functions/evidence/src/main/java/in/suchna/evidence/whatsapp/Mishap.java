package in.suchna.evidence.whatsapp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * All that can keep a file from us, and what helps. The codes are those of WhatsApp's Graph API; one code means the same
 * whatever the HTTP status, the status speaks only where the code is unknown.
 */
public enum Mishap {
    // ---- a person must mend it
    TOKEN("the access token is invalid or has expired", Retry.OPERATOR, 0, 190),
    PERMISSION("the app or token lacks a permission", Retry.OPERATOR, 3, 10, 131005),
    LOCKED("the account is blocked or locked", Retry.OPERATOR, 368, 131031),
    FOREIGN_HOST("WhatsApp names a host that the parameter MediaOrigins does not", Retry.OPERATOR),

    // ---- time helps
    SERVICE("WhatsApp has a passing trouble", Retry.SOON, 1, 2, 131000, 131016, 133004),
    UNREACHABLE("no connection to WhatsApp", Retry.SOON),
    SLOW("the file did not come within the time for it", Retry.SOON),
    CUT("the file ended before its end", Retry.SOON),
    ADDRESS_GONE("a fresh address was no longer good", Retry.SOON),
    BUCKET("the evidence bucket did not take it", Retry.SOON),
    RATE("too many calls", Retry.SLOWER, 4, 80007, 130429),

    // ---- may pass, may be for good
    WRONG_HASH("the bytes have another hash than WhatsApp told", Retry.FEW_TRIES),
    NO_HASH("WhatsApp told no hash to check the bytes against", Retry.FEW_TRIES),
    CITIZENS_FILE("WhatsApp itself could not get the file from the phone", Retry.FEW_TRIES, 131052),
    UNKNOWN_ID("WhatsApp does not know the file, or not any more", Retry.FEW_TRIES, 100, 33, 131009),
    REDIRECTED("WhatsApp sends us somewhere else than it may", Retry.FEW_TRIES),
    UNKNOWN("an answer nobody has told us the meaning of", Retry.FEW_TRIES),

    // ---- nothing helps
    UNNAMED("the message names no file that could be fetched", Retry.NEVER),
    TOO_LARGE("the file is larger than 100 MB", Retry.NEVER),
    TOO_OLD("WhatsApp keeps a file for seven days, and they are over", Retry.NEVER);

    private static final Map<Integer, Mishap> BY_CODE = new HashMap<>();

    static {
        for (Mishap mishap : values()) {
            Arrays.stream(mishap.codes).forEach(code -> BY_CODE.put(code, mishap));
        }
        for (int permission = 200; permission <= 299; permission++) {
            BY_CODE.put(permission, PERMISSION);
        }
    }

    private final String meaning;
    private final Retry retry;

    @SuppressWarnings("ImmutableEnumChecker") // nobody gets the array
    private final int[] codes;

    Mishap(String meaning, Retry retry, int... codes) {
        this.meaning = meaning;
        this.retry = retry;
        this.codes = codes;
    }

    /** What a code of the Graph API says; the HTTP status only where nobody has told us the code. */
    static Mishap of(int code, int httpStatus) {
        Mishap known = BY_CODE.get(code);
        return known != null ? known : ofStatus(httpStatus);
    }

    /** What an HTTP status without a code says. */
    static Mishap ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> TOKEN;
            case 404, 410 -> UNKNOWN_ID;
            case 429 -> RATE;
            default -> status >= 500 ? SERVICE : UNKNOWN;
        };
    }

    /** What it means, for people. */
    public String meaning() {
        return meaning;
    }

    /** What helps. */
    public Retry retry() {
        return retry;
    }
}
