package in.suchna.alert;

import in.suchna.duty.District;
import in.suchna.duty.Gap;
import in.suchna.duty.RosterBroken;
import in.suchna.duty.RosterFile;
import in.suchna.duty.Shift;
import in.suchna.store.Roster;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The command that makes a file the roster: checks it whole, tells of hours with nobody on call, then writes it. */
public final class RosterImport {
    private static final int DONE = 0;
    private static final int REFUSED = 1;

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
     * @param arguments the file, and the table's name; without a table the file is only checked
     */
    public static void main(String[] arguments) {
        RosterImport command = new RosterImport(
                table -> new Roster(
                        DynamoDbClient.builder()
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build(),
                        table),
                System.out);
        System.exit(command.run(arguments));
    }

    int run(String... arguments) {
        if (arguments.length == 0 || arguments[0].isBlank()) {
            out.println(
                    "Which file? mvn -q -Proster -Dfile=functions/alert/roster.csv -Dtable=NAME; without -Dtable it is only checked");
            return REFUSED;
        }
        try {
            List<Shift> shifts = RosterFile.read(Path.of(arguments[0]));
            tell(shifts);
            if (arguments.length > 1 && !arguments[1].isBlank()) {
                int gone = tables.apply(arguments[1]).replaceBy(shifts);
                out.println("The roster is now this file; %d old shifts went.".formatted(gone));
            }
            return DONE;
        } catch (RosterBroken e) {
            out.println(e.getMessage());
        } catch (NoSuchFileException e) {
            out.println("There is no file " + arguments[0]);
        } catch (MalformedInputException e) {
            out.println("The file is not UTF-8; save it again as CSV UTF-8");
        } catch (IOException e) {
            out.println("The file can't be read: " + arguments[0]);
        } catch (SdkException e) {
            out.println("AWS refused; the roster may be written in part, so import again. " + e.getMessage());
        }
        return REFUSED;
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
