package in.suchna.lookout;

/**
 * A sender could be known.
 *
 * @param place where it stood
 * @param at what was written: a table's attribute, a log's line's event
 * @param trace what would tell who it was
 */
public record Finding(Place place, String at, Trace trace) {}
