package in.suchna.reply;

/** What came of one call to WhatsApp. */
sealed interface Answer {

    /** It took the message, which it calls by this id; personal data, never to be kept in the clear. */
    record Accepted(String wamid) implements Answer {
        @Override
        public String toString() {
            return "Accepted";
        }
    }

    /**
     * It did not take it, or nobody knows.
     *
     * @param refusal why
     * @param code the code itself; the HTTP status where the answer had none
     */
    record Refused(Refusal refusal, int code) implements Answer {}
}
