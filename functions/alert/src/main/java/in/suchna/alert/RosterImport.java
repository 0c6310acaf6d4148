package in.suchna.alert;

import in.suchna.duty.ChangesFile;
import in.suchna.duty.District;
import in.suchna.duty.DutyChange;
import in.suchna.duty.DutyPlan;
import in.suchna.duty.Gap;
import in.suchna.duty.RosterBroken;
import in.suchna.duty.RosterFile;
import in.suchna.duty.Shift;
import in.suchna.store.Roster;
import in.suchna.surroundings.AwsClients;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The command that makes a file the roster: checks it whole, tells of hours with nobody on call, then writes it. */
public final class RosterImport {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int TABLE = 1;
    private static final int CHANGES = 2;

    private final Function<String, Roster> tables;
    private final PrintStream out;

    /** @param tables opens the Roster table of a name */
    RosterImport(Function<String, Roster> tables, PrintStream out) {
        this.tables = tables;
        this.out = out;
    }

    /**
     * Imports a file.
     *
     * @param arguments the file, the table's name, and the file of leaves and swaps; without a table they are only checked
     */
    public static void main(String[] arguments) {
        RosterImport command =
                new RosterImport(table -> new Roster(AwsClients.patient(DynamoDbClient.builder()), table), System.out);
        System.exit(command.run(arguments));
    }

    int run(String... arguments) {
        if (arguments.length == 0 || arguments[0].isBlank()) {
            out.println(
                    "Which file? mvn -q -Proster -Dfile=functions/alert/roster.csv -Dtable=NAME; without -Dtable it is only checked");
            return REFUSED;
        }
        String file = "";
        try {
            file = arguments[0];
            List<Shift> shifts = RosterFile.read(Path.of(file));
            tell(shifts);
            Optional<List<DutyChange>> changes = Optional.empty();
            if (has(arguments, CHANGES)) {
                file = arguments[CHANGES];
                changes = Optional.of(ChangesFile.read(Path.of(file), shifts));
                tell(shifts, changes.get());
            }
            if (has(arguments, TABLE)) {
                write(tables.apply(arguments[TABLE]), shifts, changes);
            }
            return DONE;
        } catch (RosterBroken e) {
            out.println(e.getMessage());
        } catch (NoSuchFileException e) {
            out.println("There is no file " + file);
        } catch (MalformedInputException e) {
            out.println("The file " + file + " is not UTF-8; save it again as CSV UTF-8");
        } catch (IOException e) {
            out.println("The file can't be read: " + file);
        } catch (SdkException e) {
            out.println("AWS refused; the roster may be written in part, so import again. " + e.getMessage());
        }
        return REFUSED;
    }

    private static boolean has(String[] arguments, int place) {
        return arguments.length > place && !arguments[place].isBlank();
    }

    private void write(Roster roster, List<Shift> shifts, Optional<List<DutyChange>> changes) {
        int gone = roster.replaceBy(shifts);
        out.println("The roster is now this file; %d old shifts went.".formatted(gone));
        changes.ifPresent(wanted -> out.println("The leaves and swaps are now that file's; %d old ones went."
                .formatted(roster.replaceChangesBy(wanted))));
    }

    /** What leaves and swaps leave open; the weeks' own gaps are told already. */
    private void tell(List<Shift> shifts, List<DutyChange> changes) {
        out.println("%d leaves and swaps.".formatted(changes.size()));
        changes.stream().map(DutyChange::unit).distinct().forEach(unit -> {
            DutyPlan plan = new DutyPlan(
                    unit,
                    shifts.stream().filter(shift -> shift.unit().equals(unit)).toList(),
                    changes.stream()
                            .filter(change -> change.unit().equals(unit))
                            .toList());
            plan.changes().stream()
                    .flatMap(change -> plan.gaps(change.from(), change.to()).stream())
                    .distinct()
                    .forEach(gap -> out.println("  %s: nobody on call from %s for %d h %02d min"
                            .formatted(
                                    unit.name(),
                                    gap.from().toString().replace('T', ' '),
                                    gap.length().toHours(),
                                    gap.length().toMinutesPart())));
        });
    }

    private void tell(List<Shift> shifts) {
        long officers = shifts.stream().map(Shift::officer).distinct().count();
        out.println("%d shifts of %d officers.".formatted(shifts.size(), officers));
        List<Gap> gaps = Gap.in(shifts, District.ofResources().units());
        gaps.forEach(gap -> out.println("  " + gap));
        out.println(
                gaps.isEmpty()
                        ? "Every unit has someone on call at every hour."
                        : "In these hours the control room is told instead.");
    }
}
