package in.suchna.intake.judge;

import in.suchna.tip.Category;

/** The questions that the model answers, one row of weights each. */
final class Decision {

    /** Is it CRITICAL? */
    static final int CRITICAL = 0;
    /** Does it wake an officer? */
    static final int SMS = 1;
    /** Is it more than LOW? */
    static final int TIP = 2;
    /** The first of the rows that each ask for one category. */
    static final int FIRST_CATEGORY = 3;
    /** The first of the rows that each ask for one time. */
    static final int FIRST_WHEN = FIRST_CATEGORY + Category.values().length;
    /** How many rows there are. */
    static final int COUNT = FIRST_WHEN + When.values().length;

    private Decision() {}
}
