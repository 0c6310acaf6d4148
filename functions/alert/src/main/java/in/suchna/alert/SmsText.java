package in.suchna.alert;

import in.suchna.alert.DltTemplate.Variable;
import in.suchna.duty.Links;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The SMS officers get of a tip: fixed words and the variables priority, reference, thana and link. */
final class SmsText {
    private static final String PARAMETER = "SmsText";
    private static final String MORE = " and %d more";
    private static final String NOT_KNOWN = "not known";
    private static final String PRIORITY = "priority";
    private static final String REFERENCE = "reference";
    private static final String THANA = "thana";
    private static final String LINK = "link";
    private static final String PATH = "/a/";
    private static final int LONGEST = Thana.LONGEST_NAME;

    private final DltTemplate template;
    private final String linkHost;

    /** The most alerts that one SMS stands for beside its own. */
    static final int MOST_OTHERS = 99;

    /**
     * @param linkHost the host of the variable link, where the template has one
     * @throws SmsTextBroken if some tip's SMS would not be one GSM-7 segment, or the text names an unknown variable
     */
    SmsText(String text, String linkHost) {
        this.linkHost = linkHost;
        this.template = new DltTemplate(
                PARAMETER,
                text,
                Map.of(
                        PRIORITY,
                        new Variable(DltTemplate.PLAIN, longestPriority() + MORE.formatted(MOST_OTHERS)),
                        REFERENCE,
                        new Variable(DltTemplate.PLAIN, "0".repeat(Reference.LENGTH)),
                        THANA,
                        new Variable(DltTemplate.PLAIN, "M".repeat(LONGEST)),
                        LINK,
                        new Variable(DltTemplate.LINK, "M".repeat(DltTemplate.LONGEST))));
        if (hasLink()
                && !DltTemplate.LINK.matcher(linkTo("0".repeat(Links.LENGTH))).matches()) {
            throw new SmsTextBroken(
                    PARAMETER,
                    "has a {#link#}, which takes a LinkHost of at most %d letters, digits, dots and hyphens"
                            .formatted(DltTemplate.LONGEST - PATH.length() - Links.LENGTH));
        }
        if (!template.has(REFERENCE)) {
            throw new SmsTextBroken(PARAMETER, "lacks {#reference#}, by which officers acknowledge");
        }
    }

    private static String longestPriority() {
        return Stream.of(Priority.values())
                .map(Priority::name)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    /** Whether the SMS has a link. */
    boolean hasLink() {
        return template.has(LINK);
    }

    private String linkTo(String token) {
        return linkHost + PATH + token;
    }

    /**
     * The SMS of a tip, standing for others of the same officer that were held back. A thana that is not known, or whose
     * name no DLT variable takes, is said to be not known.
     *
     * @param others how many, at most {@value #MOST_OTHERS}
     * @param token what the link ends with, at most {@value Links#LENGTH} letters and digits
     */
    String of(Priority priority, Reference reference, Optional<Thana> thana, int others, String token) {
        String place = thana.map(Thana::name)
                .filter(name -> DltTemplate.PLAIN.matcher(name).matches())
                .orElse(NOT_KNOWN);
        return template.fill(Map.of(
                PRIORITY,
                others == 0 ? priority.name() : priority + MORE.formatted(others),
                REFERENCE,
                reference.text(),
                THANA,
                place,
                LINK,
                linkTo(token)));
    }

    /** Whether an SMS is one that was registered. */
    boolean isRegistered(String sms) {
        return template.isRegistered(sms);
    }
}
