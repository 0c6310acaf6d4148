package in.suchna.figures;

import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** What a tip and a climb count as. A mark is a word, or a kind of word before a dot and which one behind it. */
public final class Marks {
    /** Each tip. */
    public static final String TIP = "tip";

    /** The tip's priority, category and thana; a thana that is not known has no name behind the dot. */
    public static final String PRIORITY = "priority.";

    public static final String CATEGORY = "category.";
    public static final String THANA = "thana.";

    /** How a tip was closed. */
    public static final String CLOSED = "closed.";

    /** Within how many minutes a tip was first read, and closed, from when it came. */
    public static final String READ_WITHIN = "read.";

    public static final String CLOSED_WITHIN = "close.";

    /** Each climb of a ladder. */
    public static final String CLIMB = "climb";

    /** Within how many minutes somebody said that they have it, from when the tip became urgent. */
    public static final String ACKNOWLEDGED_WITHIN = "acknowledge.";

    /** Each climb that nobody acknowledged though all rungs were told. */
    public static final String UNANSWERED = "unanswered";

    private Marks() {}

    /** What a tip counts as, on the day it came. */
    public static Counted of(Tip tip, ZoneId zone) {
        Set<String> marks = new HashSet<>();
        marks.add(TIP);
        marks.add(PRIORITY + tip.judgement().priority().name());
        marks.add(CATEGORY + tip.judgement().category().name());
        marks.add(THANA + tip.judgement().thana().map(Object::toString).orElse(""));
        tip.handling().readAt().ifPresent(at -> marks.add(READ_WITHIN + minutes(tip.createdAt(), at)));
        tip.handling().closedAt().ifPresent(at -> marks.add(CLOSED_WITHIN + minutes(tip.createdAt(), at)));
        tip.handling().disposition().ifPresent(why -> marks.add(CLOSED + why.name()));
        return new Counted(
                "tip#" + tip.reference().text(), tip.version(), dayOf(tip.createdAt(), zone), tip.updatedAt(), marks);
    }

    /** What a climb counts as, on the day the tip became urgent. */
    public static Counted of(Climb climb, ZoneId zone) {
        Set<String> marks = new HashSet<>();
        marks.add(CLIMB);
        climb.acknowledgements().stream()
                .map(Acknowledgement::at)
                .min(Comparator.naturalOrder())
                .ifPresent(at -> marks.add(ACKNOWLEDGED_WITHIN + minutes(climb.urgentSince(), at)));
        if (climb.state() == ClimbState.EXHAUSTED) {
            marks.add(UNANSWERED);
        }
        return new Counted(
                "climb#" + climb.reference().text() + "#" + climb.raise(),
                climb.version(),
                dayOf(climb.urgentSince(), zone),
                climb.urgentSince(),
                marks);
    }

    private static int minutes(Instant from, Instant to) {
        return Spread.within(Duration.between(from, to));
    }

    private static LocalDate dayOf(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
