package in.suchna.intake.judge;

/**
 * What is known of a tip besides its words.
 *
 * @param dangerNowTapped the citizen tapped "yes, danger now"; always gives CRITICAL
 * @param forwardedManyTimes WhatsApp marked the message as forwarded many times, so its words are likely not the sender's
 * @param addition the words are, or end with, an addition to a tip that was judged before
 */
public record Circumstances(boolean dangerNowTapped, boolean forwardedManyTimes, boolean addition) {

    private static final Circumstances PLAIN = new Circumstances(false, false, false);

    /** Nothing but the words. */
    public static Circumstances plain() {
        return PLAIN;
    }

    /** The citizen tapped "yes, danger now". */
    public Circumstances withDangerNow() {
        return new Circumstances(true, forwardedManyTimes, addition);
    }

    /** The message went from hand to hand. */
    public Circumstances withManyForwards() {
        return new Circumstances(dangerNowTapped, true, addition);
    }
}
