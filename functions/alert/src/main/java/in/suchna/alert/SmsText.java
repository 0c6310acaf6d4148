package in.suchna.alert;

import in.suchna.duty.Links;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one SMS officers get, as registered on India's DLT platform: fixed words and the variables priority, reference, thana
 * and link. It is always one segment of GSM-7, for operators drop what does not match its registration.
 */
final class SmsText {
    private static final String MORE = " and %d more";
    private static final String NOT_KNOWN = "not known";
    private static final String REFERENCE = "reference";
    private static final String LINK = "link";
    private static final String PATH = "/a/";
    private static final Pattern PLACE = Pattern.compile("\\{#([^#{}]*)#}");
    private static final int LONGEST = Thana.LONGEST_NAME;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9 ]{1," + LONGEST + "}");
    private static final Pattern LINK_VARIABLE = Pattern.compile("[A-Za-z0-9.:/-]{1," + LONGEST + "}");

    private final String template;
    private final String linkHost;
    private final Pattern registered;

    /** The most alerts that one SMS stands for beside its own. */
    static final int MOST_OTHERS = 99;

    /**
     * @param linkHost the host of the variable link, where the template has one
     * @throws SmsTextBroken if some tip's SMS would not be one GSM-7 segment, or the text names an unknown variable
     */
    SmsText(String template, String linkHost) {
        this.template = template;
        this.linkHost = linkHost;
        String anyReference = "0".repeat(Reference.LENGTH);
        String longest = fill(Map.of(
                "priority",
                longestPriority() + MORE.formatted(MOST_OTHERS),
                REFERENCE,
                anyReference,
                "thana",
                "M".repeat(LONGEST),
                LINK,
                "M".repeat(LONGEST)));
        if (hasLink()
                && !LINK_VARIABLE.matcher(linkTo("0".repeat(Links.LENGTH))).matches()) {
            throw new SmsTextBroken(
                    "has a {#link#}, which takes a LinkHost of at most %d letters, digits, dots and hyphens"
                            .formatted(LONGEST - PATH.length() - Links.LENGTH));
        }
        if (!template.contains("{#" + REFERENCE + "#}")) {
            throw new SmsTextBroken("lacks {#reference#}, by which officers acknowledge");
        }
        String words = PLACE.matcher(template).replaceAll("");
        if (words.contains("{#") || words.contains("#}")) {
            throw new SmsTextBroken("has a {# without its #}");
        }
        OptionalInt septets = Gsm7.septets(longest);
        if (septets.isEmpty()) {
            throw new SmsTextBroken("has a character outside GSM-7, such as Devanagari or a curly quote");
        }
        if (septets.getAsInt() > Gsm7.SEGMENT) {
            throw new SmsTextBroken("is up to %d characters long with its variables; one SMS takes %d"
                    .formatted(septets.getAsInt(), Gsm7.SEGMENT));
        }
        this.registered = Pattern.compile(registeredForm(template));
    }

    private static String longestPriority() {
        return Stream.of(Priority.values())
                .map(Priority::name)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    private static String registeredForm(String template) {
        StringBuilder form = new StringBuilder();
        Matcher places = PLACE.matcher(template);
        int end = 0;
        while (places.find()) {
            form.append(Pattern.quote(template.substring(end, places.start())))
                    .append((places.group(1).equals(LINK) ? LINK_VARIABLE : VARIABLE).pattern());
            end = places.end();
        }
        return form.append(Pattern.quote(template.substring(end))).toString();
    }

    /** Whether the SMS has a link. */
    boolean hasLink() {
        return template.contains("{#" + LINK + "#}");
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
                .filter(name -> VARIABLE.matcher(name).matches())
                .orElse(NOT_KNOWN);
        return fill(Map.of(
                "priority",
                others == 0 ? priority.name() : priority + MORE.formatted(others),
                REFERENCE,
                reference.text(),
                "thana",
                place,
                LINK,
                linkTo(token)));
    }

    private String fill(Map<String, String> variables) {
        return PLACE.matcher(template).replaceAll(place -> {
            String value = variables.get(place.group(1));
            if (value == null) {
                throw new SmsTextBroken("has a variable {#%s#}; it may have priority, reference, thana, link"
                        .formatted(place.group(1)));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Whether an SMS is one that was registered: the operators ask the same. */
    boolean isRegistered(String sms) {
        return registered.matcher(sms).matches();
    }
}
