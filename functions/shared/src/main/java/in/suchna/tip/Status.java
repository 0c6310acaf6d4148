package in.suchna.tip;

/** How far the police have come with a tip. */
public enum Status {
    NEW,
    READ,
    ASSIGNED,
    ACTION_TAKEN,
    CLOSED
}
