package in.suchna.acknowledge;

import in.suchna.duty.Alert;

/** What a visit comes to, and so which page is shown. */
sealed interface Outcome {

    /**
     * The tip and its buttons.
     *
     * @param alert the link's
     * @param said whether its officer has acknowledged, so that only "on my way" is left to say
     */
    record Open(Alert alert, boolean said) implements Outcome {}

    /**
     * The word was taken.
     *
     * @param alert the link's
     * @param enough whether the ladder has stopped; otherwise one more officer's word is wanted
     */
    record Taken(Alert alert, boolean enough) implements Outcome {}

    /** People have the tip already. */
    record Settled(Alert alert) implements Outcome {}

    /** The tip was closed. */
    record Closed(Alert alert) implements Outcome {}

    /** The tip has become more urgent since; a newer SMS has the link that counts. */
    record Superseded(Alert alert) implements Outcome {}

    /** The link is a true one, but too old. */
    record Expired() implements Outcome {}

    /** The link is none of ours; it says the same whether there is such a tip or not. */
    record Unknown() implements Outcome {}

    /** Neither looked at nor acknowledged: a method or a form this page doesn't have. */
    record NotTaken() implements Outcome {}

    /** Something failed here; the word was not taken, or not known to be. */
    record Broken() implements Outcome {}
}
