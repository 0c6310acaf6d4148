package in.suchna.tip;

import in.suchna.citizen.CitizenId;
import in.suchna.citizen.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * What a citizen told, as the police work it.
 *
 * @param reference how people speak of it
 * @param citizen who sent it, as a keyed hash
 * @param language the citizen's language
 * @param status how far the police have come
 * @param judgement category, priority, thana, vehicle and why
 * @param text the first words of it, masked, at most {@value #LONGEST_TEXT} characters; the whole is on the timeline
 * @param parts how many messages it has, the first included
 * @param urgentSince when the priority last rose to one that wakes an officer
 * @param raises how often the priority rose after the first judgement; alerts are numbered by it
 * @param createdAt when its first message was kept
 * @param updatedAt when its last message was kept
 * @param version counts changes, so that two who change it at once are told apart
 * @param handling what the desk has done with it
 */
public record Tip(
        Reference reference,
        CitizenId citizen,
        Language language,
        Status status,
        Judgement judgement,
        String text,
        int parts,
        Optional<Instant> urgentSince,
        int raises,
        Instant createdAt,
        Instant updatedAt,
        long version,
        Handling handling) {

    /** The most characters of a tip's own words that its row holds. */
    public static final int LONGEST_TEXT = 4_000;

    public Tip {
        if (text.length() > LONGEST_TEXT) {
            text = text.substring(0, LONGEST_TEXT);
        }
    }

    /** A tip the desk has done nothing with. */
    public Tip(
            Reference reference,
            CitizenId citizen,
            Language language,
            Status status,
            Judgement judgement,
            String text,
            int parts,
            Optional<Instant> urgentSince,
            int raises,
            Instant createdAt,
            Instant updatedAt,
            long version) {
        this(
                reference,
                citizen,
                language,
                status,
                judgement,
                text,
                parts,
                urgentSince,
                raises,
                createdAt,
                updatedAt,
                version,
                Handling.NONE);
    }

    /** Whether it is the hourly probe, which no person may be bothered with. */
    public boolean isProbe() {
        return citizen.equals(CitizenId.PROBE);
    }

    /** Whether it has words the desk has not read. */
    public boolean isUnread() {
        return parts > handling.readParts();
    }

    /** The same tip after the desk did something with it. */
    public Tip handled(Status newStatus, Handling newHandling) {
        return with(newStatus, judgement, urgentSince, raises, newHandling);
    }

    /** The same tip taken up again after it was closed; one that wakes officers climbs the ladder again. */
    public Tip reopened(Status newStatus, Handling newHandling, Instant now) {
        boolean wakes = judgement.priority().wakesAnOfficer();
        return with(
                newStatus, judgement, wakes ? Optional.of(now) : urgentSince, raises + (wakes ? 1 : 0), newHandling);
    }

    /** The same tip judged anew by the desk; what rises to wake officers climbs the ladder again. */
    public Tip judgedAnew(Judgement anew, Instant now) {
        boolean rose =
                anew.priority().isAbove(judgement.priority()) && anew.priority().wakesAnOfficer();
        return with(status, anew, rose ? Optional.of(now) : urgentSince, raises + (rose ? 1 : 0), handling);
    }

    private Tip with(
            Status newStatus, Judgement newJudgement, Optional<Instant> since, int newRaises, Handling newHandling) {
        return new Tip(
                reference,
                citizen,
                language,
                newStatus,
                newJudgement,
                text,
                parts,
                since,
                newRaises,
                createdAt,
                updatedAt,
                version,
                newHandling);
    }
}
