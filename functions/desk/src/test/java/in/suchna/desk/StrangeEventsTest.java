package in.suchna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever event comes, in whatever shape, the desk answers with a widget, and nothing of the event becomes markup. */
class StrangeEventsTest {
    private static final String MARK = "<b id='evil'>";
    private static final int MOST_BYTES = 1_000_000;

    private static @Nullable AtWork work;

    @BeforeContainer
    static void open() {
        work = new AtWork();
    }

    @AfterContainer
    static void close() {
        work().close();
    }

    @SuppressWarnings("NullAway") // jqwik opens it first
    private static AtWork work() {
        return work;
    }

    @Property(tries = 150)
    void anyEventIsAnsweredWithAWidgetAndNothingOfItBecomesMarkup(@ForAll("events") String event) {
        String answer = work().raw(event);
        assertThat(answer).contains("suchna").doesNotContain(MARK);
        assertThat(answer.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    }

    @Property(tries = 60)
    void whatIsNoJsonIsAnsweredToo(@ForAll String event) {
        assertThat(work().raw(event)).contains("suchna");
    }

    @Provide
    Arbitrary<String> events() {
        return Combinators.combine(value(), value(), value(), value(), value(), value())
                .as(
                        "{\"view\":%s,\"reference\":%s,\"use\":%s,\"status\":%s,\"language\":%s,\"widgetContext\":%s}"
                                ::formatted);
    }

    private Arbitrary<String> value() {
        Arbitrary<String> leaf = Arbitraries.of(
                "null",
                "7",
                "[]",
                "{}",
                "\"\"",
                "\"queue\"",
                "\"tip\"",
                "\"roster\"",
                "\"figures\"",
                "\"health\"",
                "\"form\"",
                "\"hi\"",
                "\"0000000\"",
                "\"" + MARK + "\"",
                "\"" + "x".repeat(5_000) + "\"");
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf,
                () -> leaf,
                () -> Combinators.combine(
                                Arbitraries.of(
                                        "theme",
                                        "locale",
                                        "width",
                                        "forms",
                                        "all",
                                        "params",
                                        "timeRange",
                                        "thana",
                                        "page"),
                                value())
                        .as("{\"%s\":%s}"::formatted));
    }
}
