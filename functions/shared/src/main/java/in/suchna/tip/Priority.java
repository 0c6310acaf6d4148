package in.suchna.tip;

/** What must happen, not how bad the crime is. From the most urgent to the least. */
public enum Priority {
    /** A life or body is in danger now or within the hour: SMS up the ladder until a person acknowledges. */
    CRITICAL,
    /** Police who learn of it within the hour can stop a crime or catch someone, and can't later: SMS to who is on call. */
    HIGH,
    /** Information or a complaint with no clock: the desk's queue. */
    NORMAL,
    /** No police action needed: the end of the desk's queue. */
    LOW;

    /** Whether officers on call get an SMS. */
    public boolean wakesAnOfficer() {
        return this == CRITICAL || this == HIGH;
    }

    /** Whether this is more urgent than the other. */
    public boolean isAbove(Priority other) {
        return compareTo(other) < 0;
    }

    /** The more urgent of the two. */
    public Priority orAbove(Priority other) {
        return other.isAbove(this) ? other : this;
    }
}
