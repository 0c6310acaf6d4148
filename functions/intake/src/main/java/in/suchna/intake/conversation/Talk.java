package in.suchna.intake.conversation;

import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the conversation remembers of one citizen between two messages.
 *
 * @param welcomed whether they were told once who runs this
 * @param open the one question that waits for an answer
 * @param asked the questions asked about the open tip
 * @param placed whether a place is known for the open tip
 * @param danger whether they said that somebody is in danger now
 * @param told helplines given about the open tip
 * @param recent their tips, the newest first, at most {@value #MOST_RECENT}
 * @param answeredAt when they last got a full answer
 * @param day the day, counted from 1970, that the counts are for
 * @param answersToday full answers on that day
 * @param tipsToday tips opened on that day
 * @param forgetting whether they were asked if they really want to be forgotten
 * @param muted whether the desk muted them: kept and alerted, not answered
 */
public record Talk(
        boolean welcomed,
        Optional<Question> open,
        Set<Question> asked,
        boolean placed,
        boolean danger,
        Set<String> told,
        List<Reference> recent,
        Optional<Instant> answeredAt,
        long day,
        int answersToday,
        int tipsToday,
        boolean forgetting,
        boolean muted) {

    /** How many of a citizen's tips can be asked after by the word alone. */
    public static final int MOST_RECENT = 10;

    public Talk {
        asked = asked.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(asked));
        told = Set.copyOf(new TreeSet<>(told));
        recent = List.copyOf(recent.subList(0, Math.min(MOST_RECENT, recent.size())));
    }

    /** A citizen never heard of. */
    public static Talk fresh() {
        return new Talk(
                false,
                Optional.empty(),
                Set.of(),
                false,
                false,
                Set.of(),
                List.of(),
                Optional.empty(),
                0,
                0,
                0,
                false,
                false);
    }

    /** With another question open, or none; a question that is asked counts as asked. */
    Talk asking(Optional<Question> question) {
        Change change = new Change();
        change.open = question;
        change.asked = new HashSet<>(asked);
        question.ifPresent(change.asked::add);
        return change.made();
    }

    /** About a new tip: nothing asked yet, nothing known. */
    Talk about(Reference reference) {
        Change change = new Change();
        change.open = Optional.empty();
        change.asked = Set.of();
        change.placed = false;
        change.danger = false;
        change.told = Set.of();
        change.recent = new ArrayList<>(List.of(reference));
        change.recent.addAll(recent);
        change.tipsToday++;
        change.forgetting = false;
        return change.made();
    }

    /** Knowing more of the open tip. */
    Talk knowing(boolean placeKnown, boolean dangerNow) {
        Change change = new Change();
        change.placed |= placeKnown;
        change.danger |= dangerNow;
        return change.made();
    }

    /** Having given a helpline. */
    Talk telling(String helpline) {
        Change change = new Change();
        change.told = new TreeSet<>(told);
        change.told.add(helpline);
        return change.made();
    }

    /** Having asked, or no longer asking, whether they want to be forgotten. */
    Talk askingToForget(boolean asking) {
        Change change = new Change();
        change.forgetting = asking;
        return change.made();
    }

    /** Having answered in full, and so having said who runs this. */
    Talk answered(Instant now) {
        Change change = new Change();
        change.welcomed = true;
        change.answeredAt = Optional.of(now);
        change.answersToday++;
        return change.made();
    }

    /** On the day of a moment; the counts begin anew with each day. */
    Talk on(Instant now) {
        long today = now.getEpochSecond() / 86_400;
        if (today == day) {
            return this;
        }
        Change change = new Change();
        change.day = today;
        change.answersToday = 0;
        change.tipsToday = 0;
        return change.made();
    }

    /** This talk while some of it is being changed. */
    private final class Change {
        private boolean welcomed = Talk.this.welcomed;
        private Optional<Question> open = Talk.this.open;
        private Set<Question> asked = Talk.this.asked;
        private boolean placed = Talk.this.placed;
        private boolean danger = Talk.this.danger;
        private Set<String> told = Talk.this.told;
        private List<Reference> recent = Talk.this.recent;
        private Optional<Instant> answeredAt = Talk.this.answeredAt;
        private long day = Talk.this.day;
        private int answersToday = Talk.this.answersToday;
        private int tipsToday = Talk.this.tipsToday;
        private boolean forgetting = Talk.this.forgetting;

        Talk made() {
            return new Talk(
                    welcomed,
                    open,
                    asked,
                    placed,
                    danger,
                    told,
                    recent,
                    answeredAt,
                    day,
                    answersToday,
                    tipsToday,
                    forgetting,
                    muted);
        }
    }
}
