package in.suchna.intake.judge;

import java.util.Set;

/** Sets of folded keys, written as words between spaces. */
final class Keys {

    private Keys() {}

    static Set<String> of(String written) {
        return Set.copyOf(Lines.pieces(written, " "));
    }
}
