package in.suchna.desk.act;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Officer;
import in.suchna.duty.Unit;
import in.suchna.store.Acknowledgements;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.tip.Disposition;
import in.suchna.tip.Handling;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.TimelineEntry;
import in.suchna.tip.Tip;
import in.suchna.widget.call.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Deeds within the police: reading, assigning, judging, acknowledging, closing. */
public final class Casework {
    /** The fields of the deeds' forms. */
    public static final String OFFICER = "officer";

    public static final String PRIORITY = "new-priority";
    public static final String PRIORITY_WHY = "priority-why";
    public static final String DISPOSITION = "disposition";
    public static final String DUPLICATE_OF = "duplicate-of";
    public static final String CLOSE_WHY = "close-why";

    /** The most characters of a reason. */
    public static final int LONGEST_WHY = 500;

    // under which the alerts know the desk; no officer of the roster has it
    private static final String DESK = "desk";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tips tips;
    private final Timeline timeline;
    private final Colleagues colleagues;
    private final Acknowledgements acknowledgements;

    public Casework(Tips tips, Timeline timeline, Colleagues colleagues, Acknowledgements acknowledgements) {
        this.tips = tips;
        this.timeline = timeline;
        this.colleagues = colleagues;
        this.acknowledgements = acknowledgements;
    }

    static Handling readBy(Tip tip, Instant now) {
        return tip.handling().read(tip.parts(), now);
    }

    static Status atLeast(Status least, Tip tip) {
        return tip.status().compareTo(least) < 0 ? least : tip.status();
    }

    private static void mustBeOpen(Tip tip) {
        if (tip.status() == Status.CLOSED) {
            throw new Refused("closed");
        }
    }

    Change read(Call call, Tip tip, ObjectNode line) {
        mustBeOpen(tip);
        return Change.of(tip.handled(atLeast(Status.READ, tip), readBy(tip, call.now())), line);
    }

    Change assign(Call call, Tip tip, ObjectNode line) {
        mustBeOpen(tip);
        String wanted = call.field(OFFICER).orElseThrow(() -> new Refused("no-officer"));
        Officer officer = colleagues.of(tip).stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refused("no-officer"));
        line.put("to", officer.name() + " (" + officer.id() + ")");
        return Change.of(
                tip.handled(
                        atLeast(Status.ASSIGNED, tip), readBy(tip, call.now()).assignedTo(officer.id())),
                line);
    }

    Change prioritise(Call call, Tip tip, ObjectNode line) {
        mustBeOpen(tip);
        Priority to = named(Priority.values(), call.field(PRIORITY)).orElseThrow(() -> new Refused("no-priority"));
        String why = reason(call, PRIORITY_WHY).orElseThrow(() -> new Refused("no-reason"));
        Judgement old = tip.judgement();
        if (to == old.priority()) {
            throw new Refused("same-priority");
        }
        List<String> reasons = new ArrayList<>(List.of(Judgement.DESK + ": " + why));
        reasons.addAll(old.reasons());
        line.put("priority", to.name()).put("why", why);
        Tip judged = tip.judgedAnew(new Judgement(old.category(), to, old.thana(), old.vehicle(), reasons), call.now());
        return Change.of(judged.handled(atLeast(Status.READ, tip), readBy(tip, call.now())), line);
    }

    Change acknowledge(Call call, Tip tip, ObjectNode line) {
        mustBeOpen(tip);
        line.put("to", Unit.CONTROL_ROOM.name());
        return Change.of(tip.handled(atLeast(Status.READ, tip), readBy(tip, call.now())), line);
    }

    Change close(Call call, Tip tip, ObjectNode line) {
        mustBeOpen(tip);
        Disposition why =
                named(Disposition.values(), call.field(DISPOSITION)).orElseThrow(() -> new Refused("no-disposition"));
        Optional<Reference> duplicate =
                why == Disposition.DUPLICATE ? Optional.of(original(call, tip)) : Optional.empty();
        line.put("disposition", why.name());
        reason(call, CLOSE_WHY).ifPresent(words -> line.put("why", words));
        duplicate.ifPresent(other -> line.put("reference", other.text()));
        Change change = Change.of(
                tip.handled(Status.CLOSED, readBy(tip, call.now()).closedAs(why, duplicate, call.now())), line);
        duplicate.ifPresent(other -> change.and(timeline.append(new TimelineEntry(
                other,
                TimelineEntry.idOf(call.now(), "desk." + call.request()),
                call.now(),
                "duplicate",
                JSON.createObjectNode()
                        .put("reference", tip.reference().text())
                        .put("request", call.request())
                        .toString()))));
        return change;
    }

    private Reference original(Call call, Tip tip) {
        return call.field(DUPLICATE_OF)
                .flatMap(Reference::read)
                .filter(other -> !other.equals(tip.reference()))
                .flatMap(tips::find)
                .map(Tip::reference)
                .orElseThrow(() -> new Refused("no-original"));
    }

    Change reopen(Call call, Tip tip, ObjectNode line) {
        if (tip.status() != Status.CLOSED) {
            throw new Refused("not-closed");
        }
        Handling handling = readBy(tip, call.now()).reopened();
        Status status = handling.assignee().isPresent() ? Status.ASSIGNED : Status.READ;
        return Change.of(tip.reopened(status, handling, call.now()), line);
    }

    /** What follows once a deed is written: the ladder stops when the control room has the tip, or it is urgent no more. */
    void afterwards(Deed deed, Tip before, Tip after, Instant now) {
        boolean calmed = before.judgement().priority().wakesAnOfficer()
                && !after.judgement().priority().wakesAnOfficer();
        if (deed == Deed.ACKNOWLEDGE || calmed) {
            acknowledgements.acknowledge(after.reference(), new Acknowledgement(DESK, Unit.CONTROL_ROOM, calmed, now));
        }
    }

    private static Optional<String> reason(Call call, String field) {
        return call.field(field).map(why -> why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] codes, Optional<String> name) {
        return name.flatMap(text ->
                Arrays.stream(codes).filter(code -> code.name().equals(text)).findFirst());
    }
}
