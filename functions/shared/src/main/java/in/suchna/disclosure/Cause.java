package in.suchna.disclosure;

/** On what an officer rests a wish to learn who sent a tip. */
public enum Cause {
    /** A section of a law. */
    LAW,
    /** An order of a court or a superior, by its number. */
    ORDER
}
