package in.suchna.lookout;

/** Where something can be read by whoever has no seal's key. */
public enum Place {
    TABLE,
    OBJECT,
    QUEUE,
    SMS,
    /** Whatever else a function tells AWS. */
    CALL,
    LOG,
    METRIC,
    PAGE,
    EXCEPTION
}
