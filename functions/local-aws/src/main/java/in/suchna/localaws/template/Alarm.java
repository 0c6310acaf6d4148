package in.suchna.localaws.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A CloudWatch alarm of the template.
 *
 * @param logicalId its name in the template
 * @param watched what is added up to the figure that is compared
 * @param period the time one figure is of
 * @param periods how many of the newest figures are looked at
 * @param enough how many of them must be beyond the bound
 * @param bound how the figure is compared
 * @param threshold what it is compared with
 * @param missing what a figure that is not there counts as
 * @param actions the topics that are told
 */
public record Alarm(
        String logicalId,
        List<Watched> watched,
        Duration period,
        int periods,
        int enough,
        Bound bound,
        double threshold,
        Missing missing,
        List<String> actions) {
    public Alarm {
        watched = List.copyOf(watched);
        actions = List.copyOf(actions);
    }

    /** Whether a figure is beyond the bound. */
    public boolean isBeyond(double figure) {
        return bound.direction * (figure - threshold) > 0;
    }

    /**
     * What a metric is known by; a metric with other dimensions is another one.
     *
     * @param namespace whose it is, such as {@code AWS/SQS}
     * @param name such as {@code Errors}
     * @param dimensions what of
     */
    public record Metric(String namespace, String name, Map<String, String> dimensions) {
        public Metric {
            dimensions = Map.copyOf(dimensions);
        }
    }

    /**
     * A metric as an alarm looks at it.
     *
     * @param metric which
     * @param statistic what a period's figures become
     * @param filled what a period without any counts as; empty: it is missing
     */
    public record Watched(Metric metric, Statistic statistic, OptionalDouble filled) {}

    /** What the figures of a period become. */
    public enum Statistic {
        /** They are added. */
        SUM,
        /** The largest. */
        MAXIMUM
    }

    /** How a figure is compared. */
    public enum Bound {
        /** Beyond is what is more. */
        GREATER_THAN_THRESHOLD(1),
        /** Beyond is what is less. */
        LESS_THAN_THRESHOLD(-1);

        private final int direction;

        Bound(int direction) {
            this.direction = direction;
        }
    }

    /** What a figure that is not there counts as. */
    public enum Missing {
        /** As beyond the bound. */
        BREACHING,
        /** As within it. */
        NOT_BREACHING
    }
}
