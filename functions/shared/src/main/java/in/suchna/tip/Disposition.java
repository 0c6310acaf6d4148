package in.suchna.tip;

/** Why a tip was closed. */
public enum Disposition {
    ACTIONABLE,
    INFORMATION_ONLY,
    DUPLICATE,
    FALSE,
    NOT_POLICE
}
