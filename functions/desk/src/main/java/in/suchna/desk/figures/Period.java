package in.suchna.desk.figures;

import in.suchna.figures.DayFigures;
import in.suchna.store.Figures;
import in.suchna.widget.AtOnce;
import in.suchna.widget.call.Call;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The days whose figures are shown.
 *
 * @param first the first day
 * @param last the last day
 * @param month the month it is, where a month's report was asked for
 */
record Period(LocalDate first, LocalDate last, Optional<YearMonth> month) {
    /** The most days that are shown. */
    static final int LONGEST = 366;

    /** The parameter, and the field, with a month such as {@code 2026-11}. */
    static final String MONTH = "month";

    private static final int USUAL = 30;

    /** The month a call asks for, else the dashboard's time range, its end first where it is too long. */
    static Period of(Call call, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(call.now(), zone);
        Optional<YearMonth> month = call.choice(MONTH).flatMap(Period::read);
        if (month.isPresent()) {
            return new Period(month.get().atDay(1), month.get().atEndOfMonth(), month);
        }
        LocalDate end = call.rangeEnd()
                .flatMap(at -> dayOf(at, zone))
                .filter(day -> day.isBefore(today) && day.getYear() > 2000)
                .orElse(today);
        LocalDate begin = call.rangeStart()
                .flatMap(at -> dayOf(at, zone))
                .filter(day -> !day.isAfter(end))
                .orElse(end.minusDays(USUAL - 1));
        LocalDate earliest = end.minusDays(LONGEST - 1);
        return new Period(begin.isBefore(earliest) ? earliest : begin, end, Optional.empty());
    }

    private static Optional<YearMonth> read(String text) {
        try {
            return Optional.of(YearMonth.parse(text))
                    .filter(month -> month.getYear() < 10_000 && month.getYear() > 2000);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> dayOf(Instant at, ZoneId zone) {
        try {
            return Optional.of(LocalDate.ofInstant(at, zone));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** How many days. */
    int length() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1;
    }

    /** Its days, those without any tip too; a month costs one query, whatever came in it. */
    List<DayFigures> days(Figures figures) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth m = YearMonth.from(first); !m.isAfter(YearMonth.from(last)); m = m.plusMonths(1)) {
            months.add(m);
        }
        Map<LocalDate, DayFigures> there = new HashMap<>();
        AtOnce.read(months, figures::of).forEach(days -> days.forEach(day -> there.put(day.day(), day)));
        return first.datesUntil(last.plusDays(1))
                .map(day -> there.getOrDefault(day, DayFigures.none(day)))
                .toList();
    }
}
