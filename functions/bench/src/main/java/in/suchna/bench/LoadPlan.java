package in.suchna.bench;

/**
 * What the load driver does.
 *
 * @param rate bodies a second, sent on schedule whether or not earlier ones were answered
 * @param seconds for how long
 * @param urgentEvery each how-many-th message is urgent; 1 is all of them
 * @param batch messages in a body, at most 1,000 as WhatsApp says
 */
record LoadPlan(int rate, int seconds, int urgentEvery, int batch) {

    /** Of words such as {@code load:rate=200,seconds=60,urgentEvery=10,batch=1}. */
    static LoadPlan of(String words) {
        int rate = 200;
        int seconds = 60;
        int urgentEvery = 10;
        int batch = 1;
        for (String setting :
                words.contains(":") ? words.substring(words.indexOf(':') + 1).split(",", -1) : new String[0]) {
            String[] pair = setting.split("=", 2);
            int value = Integer.parseInt(pair[1]);
            switch (pair[0]) {
                case "rate" -> rate = value;
                case "seconds" -> seconds = value;
                case "urgentEvery" -> urgentEvery = value;
                case "batch" -> batch = value;
                default -> throw new IllegalArgumentException("The load has no setting " + pair[0]);
            }
        }
        return new LoadPlan(rate, seconds, urgentEvery, batch);
    }

    int bodies() {
        return rate * seconds;
    }

    int messages() {
        return bodies() * batch;
    }

    boolean isUrgent(long n) {
        return n % urgentEvery == 0;
    }
}
