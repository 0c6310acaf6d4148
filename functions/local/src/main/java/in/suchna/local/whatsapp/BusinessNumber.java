package in.suchna.local.whatsapp;

/**
 * The police's number at WhatsApp.
 *
 * @param phoneNumberId its id at Meta, digits
 * @param shown the number itself, digits without {@code +}
 * @param accountId the WhatsApp business account's id
 */
public record BusinessNumber(String phoneNumberId, String shown, String accountId) {
    /** An invented one with a given id. */
    public static BusinessNumber invented(String phoneNumberId) {
        return new BusinessNumber(phoneNumberId, "915555000100", "100000000000077");
    }
}
