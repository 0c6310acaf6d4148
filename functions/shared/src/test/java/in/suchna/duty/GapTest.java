package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapTest {
    private static final Unit RUDRI = new Unit("Rudri");

    private static List<String> gaps(String... hours) throws IOException {
        StringBuilder text = new StringBuilder(RosterFile.HEADER);
        for (int i = 0; i < hours.length; i++) {
            text.append("\nRudri,rudri-%d,Invented,SI,+91555500010%d,%s".formatted(i, i, hours[i]));
        }
        return Gap.in(RosterFile.read(new StringReader(text.toString()), District.ofResources()), List.of(RUDRI))
                .stream()
                .map(Gap::toString)
                .toList();
    }

    @Test
    void dayAndNightLeaveNoGap() throws IOException {
        assertThat(gaps("daily,08:00,20:00", "daily,20:00,08:00")).isEmpty();
        assertThat(gaps("daily,00:00,24:00")).isEmpty();
    }

    @Test
    void whoIsOnCallForAnotherUnitFillsNoGap() throws IOException {
        String roster = RosterFile.HEADER + "\nKurud,kurud-1,Invented,SI,+915555000101,daily,00:00,24:00";
        assertThat(Gap.in(RosterFile.read(new StringReader(roster), District.ofResources()), List.of(RUDRI)))
                .hasSize(1);
    }

    @Test
    void anHourWithoutAnybodyIsFoundEachDay() throws IOException {
        assertThat(gaps("daily,08:00,20:00", "daily,21:00,08:00"))
                .hasSize(7)
                .contains("Rudri: nobody on call from Wednesday 20:00 for 1 h 00 min");
    }

    @Test
    void aFreeWeekendIsOneGapFromTheLastShiftsEndOverMidnights() throws IOException {
        assertThat(gaps("Mon-Fri,08:00,20:00", "Mon-Fri,20:00,08:00"))
                .containsExactly(
                        "Rudri: nobody on call from Monday 00:00 for 8 h 00 min",
                        "Rudri: nobody on call from Saturday 08:00 for 40 h 00 min");
    }

    @Test
    void aUnitWithoutAnyShiftHasOneGapAllWeek() {
        assertThat(Gap.in(List.of(), List.of(RUDRI)))
                .extracting(Gap::toString)
                .containsExactly("Rudri: nobody on call, all week");
    }
}
