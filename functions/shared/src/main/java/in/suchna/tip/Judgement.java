package in.suchna.tip;

import java.util.List;
import java.util.Optional;

/**
 * What the judge made of a tip's words.
 *
 * @param category what it is about
 * @param priority what must happen
 * @param thana the station a named place lies in, when an officer would know it for certain
 * @param vehicle a registration number, normalised as {@code CG05AB1234}
 * @param reasons why, each a short line an admin can read, with no identity in it
 */
public record Judgement(
        Category category, Priority priority, Optional<Thana> thana, Optional<String> vehicle, List<String> reasons) {
    /** What a reason begins with that a person at the desk wrote, before a colon. */
    public static final String DESK = "desk";

    public Judgement {
        reasons = List.copyOf(reasons);
    }

    /** The reasons of people at the desk. */
    public List<String> deskReasons() {
        return reasons.stream().filter(reason -> reason.startsWith(DESK + ": ")).toList();
    }
}
