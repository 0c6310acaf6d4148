package in.suchna.alert;

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
 * The one SMS officers get, as registered on India's DLT platform: fixed words and the variables priority, reference and
 * thana. It is always one segment of GSM-7, for operators drop what does not match its registration.
 */
final class SmsText {
    private static final String MORE = " and %d more";
    private static final String NOT_KNOWN = "not known";
    private static final String REFERENCE = "reference";
    private static final Pattern PLACE = Pattern.compile("\\{#([^#{}]*)#}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9 ]{1," + Thana.LONGEST_NAME + "}");

    private final String template;
    private final Pattern registered;

    /** The most alerts that one SMS stands for beside its own. */
    static final int MOST_OTHERS = 99;

    /** @throws SmsTextBroken if some tip's SMS would not be one GSM-7 segment, or the text names an unknown variable */
    SmsText(String template) {
        this.template = template;
        String anyReference = "0".repeat(Reference.LENGTH);
        String longest = fill(Map.of(
                "priority",
                longestPriority() + MORE.formatted(MOST_OTHERS),
                REFERENCE,
                anyReference,
                "thana",
                "M".repeat(Thana.LONGEST_NAME)));
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
            form.append(Pattern.quote(template.substring(end, places.start()))).append(VARIABLE.pattern());
            end = places.end();
        }
        return form.append(Pattern.quote(template.substring(end))).toString();
    }

    /**
     * The SMS of a tip, standing for others of the same officer that were held back. A thana that is not known, or whose
     * name no DLT variable takes, is said to be not known.
     *
     * @param others how many, at most {@value #MOST_OTHERS}
     */
    String of(Priority priority, Reference reference, Optional<Thana> thana, int others) {
        return of(others == 0 ? priority.name() : priority + MORE.formatted(others), reference, thana);
    }

    /** The SMS of a tip. */
    String of(Priority priority, Reference reference, Optional<Thana> thana) {
        return of(priority, reference, thana, 0);
    }

    private String of(String priority, Reference reference, Optional<Thana> thana) {
        String place = thana.map(Thana::name)
                .filter(name -> VARIABLE.matcher(name).matches())
                .orElse(NOT_KNOWN);
        return fill(Map.of("priority", priority, REFERENCE, reference.text(), "thana", place));
    }

    private String fill(Map<String, String> variables) {
        return PLACE.matcher(template).replaceAll(place -> {
            String value = variables.get(place.group(1));
            if (value == null) {
                throw new SmsTextBroken(
                        "has a variable {#%s#}; it may have priority, reference, thana".formatted(place.group(1)));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Whether an SMS is one that was registered: the operators ask the same. */
    boolean isRegistered(String sms) {
        return registered.matcher(sms).matches();
    }
}
