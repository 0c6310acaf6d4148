package in.suchna.tip;

/** What a tip is about, as the district files it. Meanings: the triage labels that the judge is measured against. */
public enum Category {
    VIOLENCE,
    WOMEN_CHILD,
    CYBER_FRAUD,
    THEFT,
    LIQUOR_NARCOTICS,
    GAMBLING,
    SUSPICIOUS,
    WEAPONS_EXTREMISM,
    ACCIDENT,
    PUBLIC_ORDER,
    MISSING_PERSON,
    ILLEGAL_TRADE,
    SELF_HARM,
    POLICE_CONDUCT,
    OTHER_PROBLEM,
    NOT_A_TIP
}
