package in.suchna.localaws.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads alarms: those on one metric, and those on a sum of metrics, each of which may be filled up with a number. */
final class AlarmReader {
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern PLUS = Pattern.compile("\\s*\\+\\s*");
    private static final Pattern TERM = Pattern.compile("FILL\\((\\w+), (\\d+)\\)|(\\w+)");

    Alarm alarm(String logicalId, JsonNode properties) {
        JsonNode maths = properties.path("Metrics");
        int periods = properties.path("EvaluationPeriods").asInt();
        return new Alarm(
                logicalId,
                maths.isMissingNode() ? List.of(watched(properties, properties, "Statistic")) : sum(maths),
                maths.isMissingNode() ? period(properties) : periodOf(maths),
                periods,
                properties.path("DatapointsToAlarm").asInt(periods),
                word(Alarm.Bound.class, properties.path("ComparisonOperator")),
                properties.path("Threshold").asDouble(),
                word(Alarm.Missing.class, properties.path("TreatMissingData")),
                ResourceReader.texts(properties.path("AlarmActions")));
    }

    private static Alarm.Watched watched(JsonNode metric, JsonNode how, String statistic) {
        Map<String, String> dimensions = new HashMap<>();
        metric.path("Dimensions")
                .forEach(one -> dimensions.put(
                        one.path("Name").asText(), one.path("Value").asText()));
        return new Alarm.Watched(
                new Alarm.Metric(
                        metric.path("Namespace").asText(),
                        metric.path("MetricName").asText(),
                        dimensions),
                word(Alarm.Statistic.class, how.path(statistic)),
                OptionalDouble.empty());
    }

    private static List<Alarm.Watched> sum(JsonNode maths) {
        Map<String, Alarm.Watched> byId = new HashMap<>();
        String expression = "";
        for (JsonNode one : maths) {
            JsonNode stat = one.path("MetricStat");
            if (stat.isMissingNode()) {
                expression = one.path("Expression").asText();
            } else {
                byId.put(one.path("Id").asText(), watched(stat.path("Metric"), stat, "Stat"));
            }
        }
        List<Alarm.Watched> terms = new ArrayList<>();
        for (String text : PLUS.split(expression, -1)) {
            terms.add(term(text, byId));
        }
        return terms;
    }

    private static Alarm.Watched term(String text, Map<String, Alarm.Watched> byId) {
        Matcher term = TERM.matcher(text);
        if (!term.matches()) {
            throw new TemplateBroken("An alarm's " + text + " is not known here yet; teach it to AlarmReader");
        }
        String id = term.group(1) == null ? term.group(3) : term.group(1);
        Alarm.Watched plain = byId.get(id);
        if (plain == null) {
            throw new TemplateBroken("An alarm adds up " + id + ", which is no metric of it");
        }
        return term.group(2) == null
                ? plain
                : new Alarm.Watched(
                        plain.metric(), plain.statistic(), OptionalDouble.of(Double.parseDouble(term.group(2))));
    }

    /** CloudWatch takes maths only of metrics that have the same. */
    private static Duration periodOf(JsonNode maths) {
        List<Duration> all = maths.valueStream()
                .filter(one -> one.has("MetricStat"))
                .map(one -> period(one.path("MetricStat")))
                .distinct()
                .toList();
        if (all.size() != 1) {
            throw new TemplateBroken("An alarm adds up metrics of different periods");
        }
        return all.getFirst();
    }

    private static Duration period(JsonNode node) {
        return Duration.ofSeconds(node.path("Period").asLong());
    }

    /** CloudFormation's word, such as {@code notBreaching}, as ours. */
    private static <W extends Enum<W>> W word(Class<W> words, JsonNode node) {
        String ours = CAPITAL.matcher(node.asText()).replaceAll("_").toUpperCase(Locale.ROOT);
        try {
            return Enum.valueOf(words, ours);
        } catch (IllegalArgumentException e) {
            throw new TemplateBroken("An alarm's word " + node.asText() + " is not known here yet", e);
        }
    }
}
