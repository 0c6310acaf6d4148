package in.suchna.duty;

import in.suchna.tip.Category;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An urgent tip on its way up its ladder: an immutable state machine that knows no table. A tip that rises climbs anew.
 *
 * @param reference the tip
 * @param raise how often the tip's priority had risen
 * @param priority the tip's priority at the time
 * @param category what the tip is about
 * @param thana the tip's station, if known
 * @param urgentSince from when the rungs are counted
 * @param state where it stands
 * @param nextRung the rung to be told next, 0 first; as many as there are rungs when all were told
 * @param acknowledgements who has said that they have it
 * @param version counts changes, so that two who change it at once are told apart; 0 is one not yet written
 */
public record Climb(
        Reference reference,
        int raise,
        Priority priority,
        Category category,
        Optional<Thana> thana,
        Instant urgentSince,
        ClimbState state,
        int nextRung,
        List<Acknowledgement> acknowledgements,
        long version) {
    public Climb {
        acknowledgements = List.copyOf(acknowledgements);
    }

    /** The first step of a tip that has become urgent. */
    public static Climb of(Tip tip) {
        return new Climb(
                tip.reference(),
                tip.raises(),
                tip.judgement().priority(),
                tip.judgement().category(),
                tip.judgement().thana(),
                tip.urgentSince().orElse(tip.updatedAt()),
                ClimbState.CLIMBING,
                0,
                List.of(),
                0);
    }

    /** Whether it is a complaint against police, which the station must not hear of. */
    public boolean isAgainstPolice() {
        return category == Category.POLICE_CONDUCT;
    }

    /** When something is to be done next: a rung, or the word that the ladder is exhausted; empty when it has ended. */
    public Optional<Instant> dueAt(Ladder ladder) {
        if (state != ClimbState.CLIMBING) {
            return Optional.empty();
        }
        return Optional.of(urgentSince.plus(
                hasRungLeft(ladder) ? ladder.rungs().get(nextRung).after() : ladder.exhausted()));
    }

    /** Whether a rung is left that was not told. */
    public boolean hasRungLeft(Ladder ladder) {
        return nextRung < ladder.rungs().size();
    }

    /** After the next rung was told, or after all of them were and nobody acknowledged in time. */
    public Climb climbed(Ladder ladder) {
        if (state != ClimbState.CLIMBING) {
            return this;
        }
        return hasRungLeft(ladder)
                ? with(state, nextRung + 1, acknowledgements)
                : with(ClimbState.EXHAUSTED, nextRung, acknowledgements);
    }

    /** After an officer acknowledged; the same officer's second word counts only when they are on the way by now. */
    public Climb acknowledgedBy(Acknowledgement word, Ladder ladder) {
        boolean said = !word.onMyWay()
                && acknowledgements.stream().anyMatch(a -> a.officerId().equals(word.officerId()));
        if (!state.stillTells() || said) {
            return this;
        }
        List<Acknowledgement> all = new ArrayList<>(acknowledgements);
        all.add(word);
        return with(isEnough(all, ladder) ? ClimbState.ACKNOWLEDGED : state, nextRung, all);
    }

    private boolean isEnough(List<Acknowledgement> all, Ladder ladder) {
        if (ladder.acknowledgements() == 1 || all.stream().anyMatch(Acknowledgement::onMyWay)) {
            return true;
        }
        boolean controlRoom = all.stream().anyMatch(Acknowledgement::isOfControlRoom);
        boolean station = all.stream().anyMatch(a -> !a.isOfControlRoom());
        // no station can speak for a tip whose station is not known: then any two officers will do
        return (controlRoom && station) || (thana.isEmpty() && all.size() >= 2);
    }

    /**
     * After the tip's station was learnt, or turned out to be another. It climbs on where it was; if the new station has
     * another ladder, that is as high on it as time had got on the old one.
     */
    public Climb movedTo(Optional<Thana> learnt, Ladders ladders) {
        Ladder old = ladders.of(this);
        Climb moved = new Climb(
                reference, raise, priority, category, learnt, urgentSince, state, nextRung, acknowledgements, version);
        List<Rung> rungs = ladders.of(moved).rungs();
        int told = Math.min(nextRung, old.rungs().size());
        if (state == ClimbState.EXHAUSTED || told == 0) {
            return moved.before(told == 0 ? 0 : rungs.size());
        }
        Duration last = old.rungs().get(told - 1).after();
        return moved.before((int)
                rungs.stream().filter(rung -> rung.after().compareTo(last) <= 0).count());
    }

    /** As it stood before a rung was told. */
    public Climb before(int rung) {
        return with(state, rung, acknowledgements);
    }

    /** After the tip was closed or rose again. */
    public Climb endedAs(ClimbState end) {
        return state.stillTells() ? with(end, nextRung, acknowledgements) : this;
    }

    private Climb with(ClimbState newState, int newRung, List<Acknowledgement> words) {
        return new Climb(reference, raise, priority, category, thana, urgentSince, newState, newRung, words, version);
    }
}
