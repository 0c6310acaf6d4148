package in.suchna.alert;

import static in.suchna.alert.Night.OF_SP;
import static in.suchna.alert.Night.always;
import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.ChangesFile;
import in.suchna.duty.Officer;
import in.suchna.duty.RosterFile;
import in.suchna.duty.Shift;
import in.suchna.duty.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterImportTest {
    private static final String SHIPPED = "roster.csv";

    private final Night night = new Night();

    @BeforeEach
    void begin() {
        night.begin();
    }

    @AfterAll
    void end() {
        night.close();
    }

    private String run(int expected, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(new RosterImport(_ -> night.roster(), print).run(arguments)).isEqualTo(expected);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theFileBecomesTheRosterAndWhatIsNotInItGoes() throws IOException {
        night.roster().replaceBy(List.of(always(Unit.SP_OFFICE, OF_SP)));
        String told = run(0, SHIPPED, "roster");

        assertThat(told)
                .contains("64 shifts")
                .contains("Every unit has someone on call")
                .contains("1 old shifts went");
        for (Shift shift : RosterFile.read(Path.of(SHIPPED))) {
            assertThat(night.roster().of(shift.unit())).contains(shift);
        }
        assertThat(night.roster().of(Unit.SP_OFFICE)).extracting(Shift::officer).doesNotContain(OF_SP);
        assertThat(run(0, SHIPPED, "roster")).contains("0 old shifts went");
    }

    @Test
    void withoutATableTheFileIsOnlyChecked() {
        List<Shift> before = night.roster().of(Unit.SP_OFFICE);
        run(0, SHIPPED, "");
        assertThat(night.roster().of(Unit.SP_OFFICE)).isEqualTo(before);
    }

    @Test
    void aFileWithMistakesIsToldAndNothingIsWritten(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("roster.csv"),
                RosterFile.HEADER
                        + "\nSP Office,sp-1,Invented,SP,+915555000101,daily,00:00,24:00\nKurd,kurud-1,,SI,1,x,y,z\n");
        List<Shift> before = night.roster().of(Unit.SP_OFFICE);
        assertThat(run(1, file.toString(), "roster"))
                .contains("line 3: there is no unit 'Kurd'")
                .contains("line 3: the name is missing");
        assertThat(night.roster().of(Unit.SP_OFFICE)).isEqualTo(before);
    }

    @Test
    void hoursWithNobodyAreTold(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("roster.csv"),
                RosterFile.HEADER + "\nSP Office,sp-1,Invented,SP,+915555000101,daily,08:00,20:00\n");
        assertThat(run(0, file.toString()))
                .contains("SP Office: nobody on call from Monday 20:00 for 12 h 00 min")
                .contains("Rudri: nobody on call, all week");
    }

    @Test
    void leavesAndSwapsAreWrittenBesideTheWeekAndStayWhenTheWeekIsImportedAnew(@TempDir Path folder)
            throws IOException {
        assertThat(run(0, SHIPPED, "roster", "changes.csv"))
                .contains("4 leaves and swaps")
                .contains("0 old ones went");
        Unit kurud = new Unit("Kurud");
        assertThat(night.roster().planOf(kurud).changes()).hasSize(1);

        String moved = Files.readString(Path.of(SHIPPED)).replace("+91 55550 00126", "+91 55550 00999");
        run(0, Files.writeString(folder.resolve("roster.csv"), moved).toString(), "roster");
        assertThat(night.roster().planOf(kurud).changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.instead().map(Officer::number)).contains("+915555000999"));

        Path none = Files.writeString(folder.resolve("none.csv"), ChangesFile.HEADER + "\n");
        assertThat(run(0, SHIPPED, "roster", none.toString())).contains("4 old ones went");
        assertThat(night.roster().planOf(kurud).changes()).isEmpty();
        assertThat(night.roster().of(kurud)).hasSize(3);
    }

    @Test
    void hoursThatALeaveLeavesOpenAreTold(@TempDir Path folder) throws IOException {
        Path leave = Files.writeString(
                folder.resolve("changes.csv"),
                ChangesFile.HEADER + "\nKurud,2026-12-01 22:00,2026-12-02 12:00,kurud-asi-2,\n");
        assertThat(run(0, SHIPPED, "", leave.toString()))
                .contains("Kurud: nobody on call from 2026-12-01 22:00 for 10 h 00 min");
    }

    @Test
    void aMistakeInTheLeavesKeepsTheWeekFromBeingWrittenToo(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("changes.csv"), ChangesFile.HEADER + "\nKurd,x,y,z,\n");
        List<Shift> before = night.roster().of(Unit.SP_OFFICE);
        assertThat(run(1, SHIPPED, "roster", broken.toString())).contains("line 2: the roster has no unit 'Kurd'");
        assertThat(night.roster().of(Unit.SP_OFFICE)).isEqualTo(before);
    }

    @Test
    void aFileThatIsNotThereOrNotUtf8IsToldInWords(@TempDir Path folder) throws IOException {
        assertThat(run(1)).contains("Which file?");
        assertThat(run(1, "no-such.csv")).contains("There is no file no-such.csv");
        Path file = Files.write(folder.resolve("latin.csv"), new byte[] {(byte) 0xE9, 'x', '\n'});
        assertThat(run(1, file.toString())).contains("UTF-8");
    }
}
