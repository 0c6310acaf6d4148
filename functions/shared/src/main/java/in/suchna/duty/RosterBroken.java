package in.suchna.duty;

import java.util.List;
import java.util.stream.Collectors;

/** A roster file has lines that can't be taken; nothing of it was. */
public final class RosterBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * What is wrong with one line.
     *
     * @param line counted from 1, the header being the first
     * @param words what is wrong and how to mend it; no number of an officer
     */
    public record Problem(int line, String words) {
        @Override
        public String toString() {
            return "line " + line + ": " + words;
        }
    }

    /** @param what begins the sentence that says it was not taken */
    RosterBroken(String what, List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", what + " not taken; please mend\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, by line. */
    public List<Problem> problems() {
        return problems;
    }
}
