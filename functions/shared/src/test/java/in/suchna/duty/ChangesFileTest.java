package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesFileTest {
    private List<Shift> roster = List.of();

    @BeforeAll
    void readRoster() throws IOException {
        roster = RosterFile.read(new StringReader(RosterFile.HEADER + """

                        Kurud,kurud-1,Invented,SI,+915555000101,daily,08:00,20:00
                        Kurud,kurud-2,Invented,ASI,+915555000102,daily,20:00,08:00
                        Head of Kurud,kurud-1,Invented,SI,+915555000101,daily,00:00,24:00
                        Rudri,rudri-1,Invented,HC,+915555000103,daily,00:00,24:00
                        """), District.ofResources());
    }

    private List<DutyChange> read(String... lines) throws IOException {
        return ChangesFile.read(new StringReader(ChangesFile.HEADER + "\r\n" + String.join("\r\n", lines)), roster);
    }

    private List<String> problems(String... lines) {
        RosterBroken broken = catchThrowableOfType(RosterBroken.class, () -> read(lines));
        assertThat(broken).isNotNull();
        assertThat(broken.getMessage())
                .startsWith("The leaves and swaps were not taken")
                .doesNotContain("5555");
        return broken.problems().stream().map(Object::toString).toList();
    }

    @Test
    void aLineSaysWhoIsAwayAndWhoComesInstead() throws IOException {
        assertThat(read("Kurud,2026-12-01 20:00,2026-12-02 08:00,kurud-2,rudri-1"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.unit()).isEqualTo(new Unit("Kurud"));
                    assertThat(change.from()).isEqualTo(LocalDateTime.parse("2026-12-01T20:00"));
                    assertThat(change.to()).isEqualTo(LocalDateTime.parse("2026-12-02T08:00"));
                    assertThat(change.away()).contains("kurud-2");
                    assertThat(change.instead()).map(Officer::number).contains("+915555000103");
                });
    }

    @Test
    void aLeaveOfWholeDaysIncludesTheLastAndHoldsForEveryUnitOfTheOfficer() throws IOException {
        assertThat(read(",01-12-2026,3/12/2026,kurud-1,"))
                .containsExactlyInAnyOrder(
                        DutyChange.leave(
                                new Unit("Kurud"),
                                "kurud-1",
                                LocalDateTime.parse("2026-12-01T00:00"),
                                LocalDateTime.parse("2026-12-04T00:00")),
                        DutyChange.leave(
                                new Unit("Head of Kurud"),
                                "kurud-1",
                                LocalDateTime.parse("2026-12-01T00:00"),
                                LocalDateTime.parse("2026-12-04T00:00")));
    }

    @Test
    void aTimeMayBeAsASpreadsheetWritesIt() throws IOException {
        assertThat(read("Kurud,1/12/2026 8:00:00,01/12/2026 24:00,,rudri-1"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.from()).isEqualTo(LocalDateTime.parse("2026-12-01T08:00"));
                    assertThat(change.to()).isEqualTo(LocalDateTime.parse("2026-12-02T00:00"));
                    assertThat(change.away()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kurd,2026-12-01,2026-12-02,,rudri-1 | the roster has no unit 'Kurd'",
                ",2026-12-01,2026-12-02,,rudri-1 | the unit is missing",
                "Kurud,2026-12-01,2026-12-02,kurud-9, | away: the roster has no officer 'kurud-9'",
                "Kurud,2026-12-01,2026-12-02,kurud-1,kurud-9 | instead: the roster has no officer 'kurud-9'",
                "Kurud,2026-12-01,2026-12-02,rudri-1, | officer rudri-1 has no shift of the unit 'Kurud'",
                "Kurud,2026-12-01,2026-12-02,, | a change of duty must name who is away",
                "Kurud,2026-12-01,2026-12-02,kurud-1,kurud-1 | nobody can come in their own stead",
                "Kurud,2026-12-02 08:00,2026-12-01 20:00,kurud-1, | must end after it begins",
                "Kurud,tomorrow,2026-12-02,kurud-1, | from must be a date",
                "Kurud,2026-12-01,2026-02-30,kurud-1, | to must be a date",
                "Kurud,2026-12-01,2026-12-01 25:00,kurud-1, | to must be a date",
                "Kurud,2026-12-01,2026-12-02,kurud-1 | has 4 fields instead of 5",
            })
    void aMistakeIsToldByItsLineInPlainWords(String line, String words) {
        assertThat(problems(line))
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith("line 2: ").contains(words));
    }

    @Test
    void allMistakesAreToldAtOnceAndTheSameTwiceIsOne() {
        assertThat(problems(
                        "Kurud,2026-12-01,2026-12-02,kurud-1,",
                        ",2026-12-01,2026-12-03,kurud-1,",
                        "Kurd,never,2026-12-02,kurud-1,"))
                .hasSize(3)
                .anyMatch(told -> told.startsWith("line 3: is the same change for Kurud once more"))
                .anyMatch(told -> told.startsWith("line 4: from must be a date"))
                .anyMatch(told -> told.startsWith("line 4: the roster has no unit"));
    }

    @Test
    void theExampleThatIsShippedFitsTheRosterThatIsShipped() throws IOException {
        List<Shift> shipped = RosterFile.read(Path.of("../alert/roster.csv"));
        assertThat(ChangesFile.read(Path.of("../alert/changes.csv"), shipped)).isNotEmpty();
    }
}
