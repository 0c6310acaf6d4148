package in.suchna.desk.roster;

import in.suchna.duty.DutyPlan;
import in.suchna.duty.Officer;
import in.suchna.duty.Stretch;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A unit's next 24 hours.
 *
 * @param onCall who is on call now
 * @param gaps when nobody will be
 */
record DayAhead(List<Officer> onCall, List<Stretch> gaps) {
    private static final int HOURS = 24;

    DayAhead {
        onCall = List.copyOf(onCall);
        gaps = List.copyOf(gaps);
    }

    static DayAhead of(DutyPlan plan, LocalDateTime now) {
        return new DayAhead(plan.onCall(now), plan.gaps(now, now.plusHours(HOURS)));
    }
}
