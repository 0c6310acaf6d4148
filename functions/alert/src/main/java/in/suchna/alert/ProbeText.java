package in.suchna.alert;

import in.suchna.alert.DltTemplate.Variable;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The SMS that tells of a lost probe: fixed words and the variable time. */
final class ProbeText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm 'hrs' dd MMM", Locale.ENGLISH);
    private static final String VARIABLE = "time";

    private final DltTemplate template;

    /** @throws SmsTextBroken if the SMS would not be one GSM-7 segment, or the text names an unknown variable */
    ProbeText(String text) {
        this.template = new DltTemplate(
                "ProbeSmsText", text, Map.of(VARIABLE, new Variable(DltTemplate.PLAIN, "2359 hrs 31 Dec")));
    }

    /** The SMS of a probe that was sent at a moment of the district's time. */
    String of(LocalDateTime sentAt) {
        return template.fill(Map.of(VARIABLE, TIME.format(sentAt)));
    }
}
