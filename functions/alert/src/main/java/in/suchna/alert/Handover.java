package in.suchna.alert;

/** What became of handing an SMS to SNS. */
sealed interface Handover {

    /**
     * SNS took it; that it arrives is another matter.
     *
     * @param providerId SNS's id of it
     */
    record Taken(String providerId) implements Handover {}

    /**
     * Not now: throttled, a fault of SNS, a lost answer, or a right that is missing.
     *
     * @param code SNS's error code, or the class of the client's error
     */
    record NotNow(String code) implements Handover {}

    /**
     * Never to this number: it is no number, or its holder opted out.
     *
     * @param code SNS's error code
     */
    record Refused(String code) implements Handover {}
}
