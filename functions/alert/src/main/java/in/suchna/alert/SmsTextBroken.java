package in.suchna.alert;

/** The parameter SmsText can't be sent as it is; the message says what to mend. */
final class SmsTextBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SmsTextBroken(String why) {
        super("The parameter SmsText " + why);
    }
}
