package in.suchna.intake.conversation;

import in.suchna.tip.Reference;
import java.time.Instant;
import java.util.EnumSet;
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
        Set<Question> more = new java.util.HashSet<>(asked);
        question.ifPresent(more::add);
        return new Talk(
                welcomed,
                question,
                more,
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

    /** About a new tip: nothing asked yet, nothing known. */
    Talk about(Reference reference) {
        List<Reference> newest = new java.util.ArrayList<>(List.of(reference));
        newest.addAll(recent);
        return new Talk(
                welcomed,
                Optional.empty(),
                Set.of(),
                false,
                false,
                Set.of(),
                newest,
                answeredAt,
                day,
                answersToday,
                tipsToday + 1,
                false,
                muted);
    }

    /** Knowing more of the open tip. */
    Talk knowing(boolean placeKnown, boolean dangerNow) {
        return new Talk(
                welcomed,
                open,
                asked,
                placed || placeKnown,
                danger || dangerNow,
                told,
                recent,
                answeredAt,
                day,
                answersToday,
                tipsToday,
                forgetting,
                muted);
    }

    /** Having given a helpline. */
    Talk telling(String helpline) {
        Set<String> more = new TreeSet<>(told);
        more.add(helpline);
        return new Talk(
                welcomed,
                open,
                asked,
                placed,
                danger,
                more,
                recent,
                answeredAt,
                day,
                answersToday,
                tipsToday,
                forgetting,
                muted);
    }

    /** Having asked, or no longer asking, whether they want to be forgotten. */
    Talk askingToForget(boolean asking) {
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
                asking,
                muted);
    }

    /** Having answered in full, and so having said who runs this. */
    Talk answered(Instant now) {
        return new Talk(
                true,
                open,
                asked,
                placed,
                danger,
                told,
                recent,
                Optional.of(now),
                day,
                answersToday + 1,
                tipsToday,
                forgetting,
                muted);
    }

    /** On the day of a moment; the counts begin anew with each day. */
    Talk on(Instant now) {
        long today = now.getEpochSecond() / 86_400;
        return today == day
                ? this
                : new Talk(
                        welcomed,
                        open,
                        asked,
                        placed,
                        danger,
                        told,
                        recent,
                        answeredAt,
                        today,
                        0,
                        0,
                        forgetting,
                        muted);
    }
}
