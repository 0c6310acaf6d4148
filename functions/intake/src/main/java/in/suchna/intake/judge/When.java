package in.suchna.intake.judge;

/** The time a tip speaks of. */
public enum When {
    NOW,
    /** Within hours, tonight, tomorrow. */
    SOON,
    RECURRING,
    PAST,
    UNKNOWN
}
