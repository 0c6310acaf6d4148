package in.suchna.local;

import in.suchna.duty.Officer;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import in.suchna.localaws.LocalAws;
import in.suchna.store.Roster;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;

/** An invented roster, so that an SMS has somewhere to go. */
final class InventedOfficers {
    private final LocalAws aws;

    InventedOfficers(LocalAws aws) {
        this.aws = aws;
    }

    /** Writes it over whatever stands there under the same keys. */
    void seed() {
        new Roster(aws.dynamo(), aws.table("Roster"))
                .put(new Shift(
                        Unit.CONTROL_ROOM,
                        new Officer("control-1", "Inspector Verma", "+915555000101"),
                        EnumSet.allOf(DayOfWeek.class),
                        LocalTime.MIDNIGHT,
                        LocalTime.MIDNIGHT));
    }
}
