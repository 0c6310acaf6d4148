package in.suchna.store;

import java.util.Set;
import java.util.TreeSet;

/** A row lacks an attribute it must have. */
public final class RowBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowBroken(String missing, Set<String> there) {
        super("A row has no attribute '" + missing + "'; it has " + new TreeSet<>(there));
    }
}
