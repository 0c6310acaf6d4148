package in.suchna.alert;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SMS text as registered on India's DLT platform: fixed words, and variables such as {@code {#thana#}}. It is always one
 * segment of GSM-7, for operators drop what does not match its registration.
 */
final class DltTemplate {

    /** The longest a variable may be, in letters and digits. */
    static final int LONGEST = 30;

    /** What a variable may be that is no link. */
    static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ]{1," + LONGEST + "}");

    /** What the part of a link behind {@code https://} may be. */
    static final Pattern LINK = Pattern.compile("[A-Za-z0-9.:/-]{1," + LONGEST + "}");

    private static final Pattern PLACE = Pattern.compile("\\{#([^#{}]*)#}");

    private final String parameter;
    private final String text;
    private final Map<String, Variable> variables;
    private final Pattern registered;

    /**
     * A variable the text may have.
     *
     * @param takes what it may be
     * @param longest as long as it gets
     */
    record Variable(Pattern takes, String longest) {}

    /**
     * Checks a text.
     *
     * @param parameter of which parameter of the template it is, for the errors
     * @param variables by their names; the text need not have each
     * @throws SmsTextBroken if some SMS would not be one GSM-7 segment, or the text names an unknown variable
     */
    DltTemplate(String parameter, String text, Map<String, Variable> variables) {
        this.parameter = parameter;
        this.text = text;
        this.variables = Map.copyOf(variables);
        Map<String, String> longest = new HashMap<>();
        variables.forEach((name, variable) -> longest.put(name, variable.longest()));
        String sms = fill(longest);
        String words = PLACE.matcher(text).replaceAll("");
        if (words.contains("{#") || words.contains("#}")) {
            throw new SmsTextBroken(parameter, "has a {# without its #}");
        }
        OptionalInt septets = Gsm7.septets(sms);
        if (septets.isEmpty()) {
            throw new SmsTextBroken(parameter, "has a character outside GSM-7, such as Devanagari or a curly quote");
        }
        if (septets.getAsInt() > Gsm7.SEGMENT) {
            throw new SmsTextBroken(
                    parameter,
                    "is up to %d characters long with its variables; one SMS takes %d"
                            .formatted(septets.getAsInt(), Gsm7.SEGMENT));
        }
        this.registered = Pattern.compile(registeredForm());
    }

    private String registeredForm() {
        StringBuilder form = new StringBuilder();
        Matcher places = PLACE.matcher(text);
        int end = 0;
        while (places.find()) {
            form.append(Pattern.quote(text.substring(end, places.start())))
                    .append(variable(places.group(1)).takes().pattern());
            end = places.end();
        }
        return form.append(Pattern.quote(text.substring(end))).toString();
    }

    private Variable variable(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            throw new SmsTextBroken(
                    parameter,
                    "has a variable {#%s#}; it may have %s"
                            .formatted(
                                    name,
                                    String.join(
                                            ", ",
                                            variables.keySet().stream().sorted().toList())));
        }
        return variable;
    }

    /** Whether the text has a variable. */
    boolean has(String name) {
        return text.contains("{#" + name + "#}");
    }

    /** The SMS with these values. */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            variable(place.group(1));
            return Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""));
        });
    }

    /** Whether an SMS is one that was registered: the operators ask the same. */
    boolean isRegistered(String sms) {
        return registered.matcher(sms).matches();
    }
}
