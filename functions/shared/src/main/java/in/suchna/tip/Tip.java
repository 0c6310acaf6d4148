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
        long version) {

    /** The most characters of a tip's own words that its row holds. */
    public static final int LONGEST_TEXT = 4_000;

    public Tip {
        if (text.length() > LONGEST_TEXT) {
            text = text.substring(0, LONGEST_TEXT);
        }
    }
}
