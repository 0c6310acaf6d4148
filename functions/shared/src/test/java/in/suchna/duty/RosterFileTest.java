package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterFileTest {
    private static final District DISTRICT = District.ofResources();

    private static List<Shift> read(String... lines) throws IOException {
        String text = RosterFile.HEADER + "\r\n" + String.join("\r\n", lines);
        return RosterFile.read(new StringReader(text), DISTRICT);
    }

    private static List<String> problems(String... lines) {
        RosterBroken broken = catchThrowableOfType(RosterBroken.class, () -> read(lines));
        assertThat(broken).isNotNull();
        assertThat(broken.getMessage()).doesNotContain("5555");
        return broken.problems().stream().map(Object::toString).toList();
    }

    @Test
    void aLineIsAShift() throws IOException {
        assertThat(read("Kurud,kurud-si-1,\"Netam, Invented\",SI,+91 55550 00101,Mon-Wed Sat,20:00,08:00"))
                .singleElement()
                .satisfies(shift -> {
                    assertThat(shift.unit()).isEqualTo(new Unit("Kurud"));
                    assertThat(shift.officer().id()).isEqualTo("kurud-si-1");
                    assertThat(shift.officer().name()).isEqualTo("SI Netam, Invented");
                    assertThat(shift.officer().number()).isEqualTo("+915555000101");
                    assertThat(shift.days())
                            .containsExactlyInAnyOrder(
                                    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY);
                    assertThat(shift.from()).isEqualTo(LocalTime.of(20, 0));
                    assertThat(shift.to()).isEqualTo(LocalTime.of(8, 0));
                });
    }

    @Test
    void whoIsOnWhatsAppIsToldInTheLastColumn() throws IOException {
        assertThat(read(
                        "Kurud,kurud-1,Invented,SI,+915555000101,daily,08:00,20:00,yes",
                        "Kurud,kurud-2,Invented,SI,+915555000102,daily,08:00,20:00,no",
                        "Kurud,kurud-3,Invented,SI,+915555000103,daily,08:00,20:00,",
                        "Kurud,kurud-4,Invented,SI,+915555000104,daily,08:00,20:00"))
                .extracting(shift -> shift.officer().onWhatsApp())
                .containsExactly(true, false, false, false);
    }

    @Test
    void aFileOfASpreadsheetWithAByteOrderMarkAndBlankLinesIsRead() throws IOException {
        String text = "\uFEFF" + RosterFile.HEADER + "\n\nRudri,rudri-1,Invented,HC,+915555000102,daily,0:00,24:00\n\n";
        assertThat(RosterFile.read(new StringReader(text), DISTRICT)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kurd,kurud-1,Invented,SI,+915555000101,daily,08:00,20:00 | there is no unit 'Kurd' in the district",
                "Kurud,Kurud 1,Invented,SI,+915555000101,daily,08:00,20:00 | the officer's id must be small letters",
                "Kurud,control-room,Invented,SI,+915555000101,daily,08:00,20:00 | and not 'control-room'",
                "Kurud,kurud-1,,SI,+915555000101,daily,08:00,20:00 | the name is missing",
                "Kurud,kurud-1,Invented,SI,5555000101,daily,08:00,20:00 | the number must begin with +",
                "Kurud,kurud-1,Invented,SI,+91555500010,daily,08:00,20:00 | ten digits after +91",
                "Kurud,kurud-1,Invented,SI,+915555000101,Montag,08:00,20:00 | days must be daily",
                "Kurud,kurud-1,Invented,SI,+915555000101,,08:00,20:00 | days must be daily",
                "Kurud,kurud-1,Invented,SI,+915555000101,daily,8 am,20:00 | from must be a time",
                "Kurud,kurud-1,Invented,SI,+915555000101,daily,08:00,25:00 | to must be a time",
                "Kurud,kurud-1,Invented,SI,+915555000101,daily,08:00 | has 7 fields instead of 9",
                "Kurud,kurud-1,Invented,SI,+915555000101,daily,08:00,20:00,yes, | has 10 fields instead of 9",
                "Kurud,kurud-1,Invented,SI,+915555000101,daily,08:00,20:00,ja | whatsapp must be yes or no",
            })
    void aMistakeIsToldByItsLineInPlainWords(String line, String words) {
        assertThat(problems(line))
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith("line 2: ").contains(words));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(problems(
                        "Kurd,kurud-1,Invented,SI,+915555000101,never,08:00,20:00",
                        "Kurud,kurud-2,Invented,SI,+915555000102,daily,08:00,20:00",
                        "Kurud,kurud-2,Another,SI,+915555000102,daily,20:00,08:00",
                        "Rudri,rudri-1,Invented,SI,+915555000102,daily,08:00,20:00",
                        "Kurud,kurud-2,Invented,SI,+915555000102,daily,08:00,10:00"))
                .hasSize(5)
                .anyMatch(told -> told.startsWith("line 4: officer kurud-2 has another name"))
                .anyMatch(told -> told.startsWith("line 5: officer rudri-1 has the number of officer kurud-2"))
                .anyMatch(told -> told.startsWith("line 6: officer kurud-2 has a shift of this unit"));
    }

    @Test
    void aFileWithAnotherHeaderOrNothingIsRefused() {
        assertThatThrownBy(() -> RosterFile.read(new StringReader("name,number\n"), DISTRICT))
                .isInstanceOf(RosterBroken.class)
                .hasMessageContaining("line 1: the first line must be " + RosterFile.HEADER);
        assertThat(problems()).containsExactly("line 1: the file has no shift");
    }

    @Test
    void theRosterThatIsShippedIsWholeAndLeavesNoHourOpen() throws IOException {
        List<Shift> shifts = RosterFile.read(Path.of("../alert/roster.csv"));
        assertThat(Gap.in(shifts, DISTRICT.units())).isEmpty();
        assertThat(shifts)
                .allSatisfy(shift -> assertThat(shift.officer().number()).startsWith("+9155550"));
    }
}
