package in.suchna.intake.officer;

import in.suchna.tip.Reference;

/** What an officer's message asks for. */
public sealed interface Order {

    /** The officer has a tip; {@code onMyWay}: and is going there. */
    record Acknowledge(Reference reference, boolean onMyWay) implements Order {}

    /** What is this tip about? */
    record Ask(Reference reference) implements Order {}

    /** The officer has done what there was to do; {@code report} is what they say of it, perhaps nothing. */
    record Done(Reference reference, String report) implements Order {}

    /** The officer tells something themselves, as any citizen may. */
    record OwnTip(String words) implements Order {}

    /** The officer taps on in the conversation of their own tip. */
    record GoOn() implements Order {}

    /** A word for a tip, but no right reference with it. */
    record ReferenceMissing() implements Order {}

    /** A mark or a notice that nobody waits to have answered. */
    record Nothing() implements Order {}

    /** Something else. */
    record NotUnderstood() implements Order {}
}
