package in.suchna.alert;

import in.suchna.alert.DltTemplate.Variable;
import in.suchna.duty.Stretch;
import in.suchna.duty.Unit;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The SMS that tells of hours to come with nobody on call: fixed words and the variables unit, from and hours. */
final class GapText {
    private static final DateTimeFormatter BEGIN = DateTimeFormatter.ofPattern("dd MMM HHmm 'hrs'", Locale.ENGLISH);
    private static final String UNIT = "unit";
    private static final String FROM = "from";
    private static final String HOURS = "hours";
    private static final long MOST_OTHERS = 999;

    private final DltTemplate template;

    /** @throws SmsTextBroken if some SMS would not be one GSM-7 segment, or the text names an unknown variable */
    GapText(String text) {
        this.template = new DltTemplate(
                "GapSmsText",
                text,
                Map.of(
                        UNIT,
                        new Variable(DltTemplate.PLAIN, "M".repeat(DltTemplate.LONGEST)),
                        FROM,
                        new Variable(DltTemplate.PLAIN, "31 Dec 2359 hrs"),
                        HOURS,
                        new Variable(DltTemplate.PLAIN, "999 h 59 min and 999 more")));
    }

    /** The SMS of one gap, standing for others. */
    String of(Unit unit, Stretch gap, int others) {
        long hours = gap.length().toHours();
        int minutes = gap.length().toMinutesPart();
        String length = minutes == 0 ? hours + " h" : "%d h %02d min".formatted(hours, minutes);
        return template.fill(Map.of(
                UNIT,
                DltTemplate.PLAIN.matcher(unit.name()).matches() ? unit.name() : "a unit",
                FROM,
                BEGIN.format(gap.from()),
                HOURS,
                others == 0 ? length : length + " and %d more".formatted(Math.min(others, MOST_OTHERS))));
    }

    /** Whether an SMS is one that was registered. */
    boolean isRegistered(String sms) {
        return template.isRegistered(sms);
    }
}
