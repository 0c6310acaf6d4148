package in.suchna.seal;

/** What a sealed thing is for; opening one for another purpose fails. */
public enum Purpose {
    /** How to answer a citizen. */
    ADDRESS,
    /** A message as it came. */
    ORIGINAL
}
