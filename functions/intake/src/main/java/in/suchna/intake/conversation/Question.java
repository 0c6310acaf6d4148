package in.suchna.intake.conversation;

/** What a citizen may be asked after a tip is kept, in the order of use. Each at most once a tip; each can be skipped. */
public enum Question {
    /** Is somebody in danger now? Two taps. */
    DANGER,
    /** What happened? Asked when a photo or a place came without words. */
    WHAT,
    /** Where is it? A location pin or a name. */
    WHERE,
    /** When does it happen? Three taps. */
    WHEN,
    /** Who, or which vehicle? Free words. */
    WHO,
    /** A photo or a voice note, if it is safe. */
    PROOF
}
