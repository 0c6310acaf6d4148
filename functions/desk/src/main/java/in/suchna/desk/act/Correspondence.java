package in.suchna.desk.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.Citizen;
import in.suchna.seal.Sealed;
import in.suchna.store.Citizens;
import in.suchna.store.Outbox;
import in.suchna.tip.Handling;
import in.suchna.tip.Status;
import in.suchna.tip.Tip;
import in.suchna.widget.call.Call;
import java.util.Optional;

/** Deeds that reach the citizen: asking, telling, muting. */
public final class Correspondence {
    /** The fields of the deeds' forms. */
    public static final String ASK_WORDS = "ask-words";

    public static final String TELL_WORDS = "tell-words";

    /** The most characters of an admin's words. */
    public static final int LONGEST_WORDS = Letters.LONGEST_WORDS;

    private final Citizens citizens;
    private final Outbox outbox;
    private final Letters letters;

    /** @param template the name of the approved template for letters later than 24 hours */
    public Correspondence(Citizens citizens, Outbox outbox, String template) {
        this.citizens = citizens;
        this.outbox = outbox;
        this.letters = new Letters(template);
    }

    /** Whether the citizen of a tip is muted; empty when they are forgotten. */
    public Optional<Boolean> isMuted(Tip tip) {
        return citizens.find(tip.citizen())
                .filter(citizen -> citizen.address().isPresent())
                .map(Citizen::conversation)
                .map(Muting::isMuted);
    }

    Change write(Deed deed, Call call, Tip tip, ObjectNode line) {
        if (tip.status() == Status.CLOSED && deed == Deed.ASK) {
            throw new Refused("closed");
        }
        String words = call.field(deed == Deed.ASK ? ASK_WORDS : TELL_WORDS)
                .filter(text -> text.length() <= LONGEST_WORDS)
                .orElseThrow(() -> new Refused("no-words"));
        Citizen citizen = citizens.find(tip.citizen()).orElseThrow(() -> new Refused("forgotten"));
        Sealed address = citizen.address().orElseThrow(() -> new Refused("forgotten"));
        line.put("words", words);
        Handling read = Casework.readBy(tip, call.now());
        Tip after = deed == Deed.ASK
                ? tip.handled(Casework.atLeast(Status.READ, tip), read.asked(call.now()))
                : tip.handled(Casework.atLeast(Status.ACTION_TAKEN, tip), read);
        Change change = Change.of(after, line)
                .and(outbox.put(letters.write(deed, tip, citizen, address, words, call.request(), call.now())));
        // so that the answer joins this tip, whatever the citizen wrote about last
        return deed == Deed.ASK ? change.and(citizens.put(about(tip, citizen))) : change;
    }

    private static Citizen about(Tip tip, Citizen citizen) {
        return new Citizen(
                citizen.id(),
                citizen.language(),
                Optional.of(tip.reference()),
                citizen.address(),
                citizen.lastMessageAt(),
                citizen.conversation(),
                citizen.version());
    }

    Change mute(boolean muted, Tip tip, ObjectNode line) {
        Citizen citizen = citizens.find(tip.citizen()).orElseThrow(() -> new Refused("forgotten"));
        Citizen after = new Citizen(
                citizen.id(),
                citizen.language(),
                citizen.openTip(),
                citizen.address(),
                citizen.lastMessageAt(),
                Muting.with(citizen.conversation(), muted),
                citizen.version());
        return Change.of(tip, line).and(citizens.put(after));
    }
}
