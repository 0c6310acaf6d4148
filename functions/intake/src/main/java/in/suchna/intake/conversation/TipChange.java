package in.suchna.intake.conversation;

import in.suchna.tip.Judgement;
import in.suchna.tip.Reference;

/** What a message does to the citizen's tips. */
public sealed interface TipChange {

    /** Nothing: a greeting, a command. */
    record None() implements TipChange {}

    /** A new tip. */
    record Open(Reference reference, String text, Judgement judgement) implements TipChange {}

    /** More of the open tip: its words, and its judgement anew. {@code rose}: it now wakes officers, or wakes them for more. */
    record Add(Reference reference, String text, Judgement judgement, boolean rose) implements TipChange {}

    /** A line on the open tip's timeline that changes nothing of it. */
    record Note(Reference reference, String what) implements TipChange {}

    /** What comes next is another matter: the open tip is left as it is. */
    record Leave() implements TipChange {}

    /** The citizen wants to be forgotten: everything that leads to them is destroyed, the tips stay. */
    record Forget() implements TipChange {}
}
