package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShiftTest {
    private static final Officer OFFICER = new Officer("kurud-1", "An invented officer", "+915555000101");
    // 2026-11-23 is a Monday
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-23T00:00:00");

    private static Shift shift(String from, String to) {
        return new Shift(
                Unit.CONTROL_ROOM, OFFICER, Set.of(DayOfWeek.MONDAY), LocalTime.parse(from), LocalTime.parse(to));
    }

    @Test
    void aDayShiftCoversItsHoursAndNotItsEnd() {
        assertThat(shift("08:00", "20:00").covers(MONDAY.withHour(8))).isTrue();
        assertThat(shift("08:00", "20:00").covers(MONDAY.withHour(20))).isFalse();
        assertThat(shift("08:00", "20:00").covers(MONDAY.plusDays(1).withHour(9)))
                .isFalse();
    }

    @Test
    void aNightShiftGoesOnIntoTheNextMorning() {
        assertThat(shift("20:00", "08:00").covers(MONDAY.withHour(23))).isTrue();
        assertThat(shift("20:00", "08:00").covers(MONDAY.plusDays(1).withHour(7)))
                .isTrue();
        assertThat(shift("20:00", "08:00").covers(MONDAY.plusDays(1).withHour(8)))
                .isFalse();
        assertThat(shift("20:00", "08:00").covers(MONDAY.withHour(7))).isFalse();
    }

    @Test
    void fromAndToAlikeMeansTheWholeDay() {
        Shift all = new Shift(
                Unit.CONTROL_ROOM, OFFICER, EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        for (int hour = 0; hour < 168; hour++) {
            assertThat(all.covers(MONDAY.plusHours(hour))).isTrue();
        }
    }

    @Test
    void twoShiftsOfOneOfficerFromTheSameHourAreToldApartByTheirDays() {
        Shift weekend = new Shift(
                Unit.CONTROL_ROOM,
                OFFICER,
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY),
                LocalTime.NOON,
                LocalTime.MIDNIGHT);
        assertThat(weekend.key())
                .isEqualTo("kurud-1#SATURDAY,SUNDAY#12:00")
                .isNotEqualTo(shift("12:00", "00:00").key());
    }

    @Test
    void ofAnOfficerOnlyTheIdIsPrinted() {
        assertThat(OFFICER).hasToString("Officer[kurud-1]");
    }
}
