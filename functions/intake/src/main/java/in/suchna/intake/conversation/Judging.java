package in.suchna.intake.conversation;

import in.suchna.tip.Judgement;
import in.suchna.tip.Thana;
import java.util.Optional;

/** Judges the words of a tip, and the places. Pure functions. */
@FunctionalInterface
public interface Judging {

    /**
     * Judges a tip anew.
     *
     * @param text all the citizen's words about it
     * @param dangerNow whether they tapped that somebody is in danger now
     * @param forwardedOften whether WhatsApp says it was forwarded many times
     */
    Judgement judge(String text, boolean dangerNow, boolean forwardedOften);

    /**
     * Judges a tip that more words were added to, or the added words for themselves. Who judges fragments as whole tips hears
     * dangers that nobody told; who can't tell them apart judges them as any.
     */
    default Judgement judgeAddition(String text, boolean dangerNow, boolean forwardedOften) {
        return judge(text, dangerNow, forwardedOften);
    }

    /** The station that a place on the map is near, in degrees; one that knows no map knows none. */
    default Optional<Thana> thanaNear(double latitude, double longitude) {
        return Optional.empty();
    }
}
