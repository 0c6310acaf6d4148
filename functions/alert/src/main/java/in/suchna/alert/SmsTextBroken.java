package in.suchna.alert;

/** A parameter that holds an SMS text can't be sent as it is; the message says what to mend. */
final class SmsTextBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param parameter the parameter's name */
    SmsTextBroken(String parameter, String why) {
        super("The parameter " + parameter + " " + why);
    }
}
