package in.suchna.intake.conversation;

import in.suchna.tip.Judgement;

/** Judges the words of a tip. A pure function. */
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
}
