package in.suchna.intake.judge;

/** How a verb stands in time, as Hindi, Chhattisgarhi and English show it by its ending and its helper. */
enum Tense {
    /** "मार रहे हैं", "मारत हे", "is beating". */
    GOING_ON,
    /** "मार रहे थे", "मारत रिहिस", "was beating". */
    WAS_GOING_ON,
    /** "मारते हैं", "मारथें", "beats". */
    HABIT,
    /** "मार दिया है", "गिर गे हे", "has fallen". */
    RESULT,
    /** "मारा था", "रिहिस", "was". */
    PAST,
    /** "मारेगा", "मारही", "will beat", "मारने वाले हैं". */
    FUTURE
}
