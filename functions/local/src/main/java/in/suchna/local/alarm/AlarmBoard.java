package in.suchna.local.alarm;

import in.suchna.localaws.queue.LocalSqs;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Alarm;
import in.suchna.localaws.template.Alarm.Missing;
import in.suchna.localaws.template.Alarm.Watched;
import in.suchna.localaws.template.Template;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * The template's alarms, as CloudWatch judges them: by the newest whole minutes, and where figures are missing by those that
 * are there further back, before it takes the alarm's word for what a missing one counts as.
 */
public final class AlarmBoard {
    /** So many figures more than it needs does CloudWatch fetch, by the example in its guide: five for three. */
    private static final int FURTHER_BACK = 2;

    private final Template template;
    private final LocalSqs queues;
    private final Metrics metrics;

    public AlarmBoard(Template template, LocalSqs queues, Metrics metrics) {
        this.template = template;
        this.queues = queues;
        this.metrics = metrics;
    }

    /** The alarms that ring at a time, by their logical ids, after a look at how full the queues are. */
    public Set<String> ringing(Instant at) {
        // a queue is measured each minute, and the last whole minute is the one that counts
        template.queues()
                .values()
                .forEach(queue -> metrics.add(
                        Metrics.ofQueue(queue, "ApproximateNumberOfMessagesVisible"),
                        at.minus(1, ChronoUnit.MINUTES),
                        queues.bodies(Account.queueUrl(queue)).size()));
        Set<String> ringing = new TreeSet<>();
        template.alarms().forEach((id, alarm) -> {
            if (rings(alarm, at)) {
                ringing.add(id);
            }
        });
        return ringing;
    }

    private boolean rings(Alarm alarm, Instant at) {
        Instant end = at.truncatedTo(ChronoUnit.MINUTES);
        List<Double> there = new ArrayList<>();
        for (int back = 0; back < alarm.periods() + FURTHER_BACK; back++) {
            Instant until = end.minus(alarm.period().multipliedBy(back));
            figure(alarm, until).ifPresent(there::add);
        }
        List<Double> newest = there.subList(0, Math.min(alarm.periods(), there.size()));
        long beyond = newest.stream().filter(alarm::isBeyond).count();
        long missing = alarm.missing() == Missing.BREACHING ? alarm.periods() - newest.size() : 0;
        return beyond + missing >= alarm.enough();
    }

    private OptionalDouble figure(Alarm alarm, Instant until) {
        OptionalDouble sum = OptionalDouble.empty();
        for (Watched one : alarm.watched()) {
            OptionalDouble measured = metrics.of(one.metric(), one.statistic(), until.minus(alarm.period()), until);
            OptionalDouble figure = measured.isPresent() ? measured : one.filled();
            if (figure.isPresent()) {
                // metric maths takes what is missing in a sum as 0
                sum = OptionalDouble.of(sum.orElse(0) + figure.getAsDouble());
            }
        }
        return sum;
    }
}
