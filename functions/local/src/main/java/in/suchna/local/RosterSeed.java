package in.suchna.local;

import in.suchna.duty.Officer;
import in.suchna.duty.RosterFile;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import in.suchna.localaws.LocalAws;
import in.suchna.store.Roster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;

/** Fills the roster, so that an SMS has somewhere to go: from {@code functions/alert/roster.csv} where it is. */
final class RosterSeed {
    private static final String FILE = "functions/alert/roster.csv";

    private final LocalAws aws;

    RosterSeed(LocalAws aws) {
        this.aws = aws;
    }

    /**
     * Makes the file the roster, or one invented officer where there is no file.
     *
     * @param template the file template.yaml, at the root of everything
     * @return the roster's officers, in its order
     * @throws in.suchna.duty.RosterBroken if a line of the file is wrong
     */
    List<Officer> sow(Path template) {
        Path file = template.toAbsolutePath().resolveSibling(FILE);
        try {
            List<Shift> shifts = Files.exists(file) ? RosterFile.read(file) : List.of(invented());
            new Roster(aws.dynamo(), aws.table("Roster")).replaceBy(shifts);
            return shifts.stream().map(Shift::officer).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The roster can't be read from " + file, e);
        }
    }

    private static Shift invented() {
        return new Shift(
                Unit.CONTROL_ROOM,
                new Officer("control-1", "Inspector Verma", "+915555000101"),
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT);
    }
}
