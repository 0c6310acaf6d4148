package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a roster file holds: it is read whole, or refused with the lines that are wrong. */
class StrangeRosterTest {

    @Property(tries = 1_000)
    void aRosterIsReadOrRefusedWithLines(@ForAll("rosters") String text) throws IOException {
        try {
            List<Shift> shifts = RosterFile.read(new StringReader(text), District.ofResources());
            assertThat(shifts).isNotEmpty();
        } catch (RosterBroken e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isBetween(0, (int) text.lines().count() + 1);
                assertThat(problem.toString()).isNotBlank();
            });
        }
    }

    @Provide
    Arbitrary<String> rosters() {
        Arbitrary<String> field = Arbitraries.oneOf(
                Arbitraries.of(
                        "control-room",
                        "kurud",
                        "o1",
                        "Asha",
                        "SI",
                        "+915555000101",
                        "mon-sun",
                        "mon,tue",
                        "00:00",
                        "24:00",
                        "25:61",
                        "08:00",
                        "yes",
                        "no",
                        "",
                        "\"",
                        "\"\"",
                        "=1+1"),
                Arbitraries.strings().ofMaxLength(6));
        Arbitrary<String> line = field.list().ofMinSize(0).ofMaxSize(11).map(fields -> String.join(",", fields));
        return Combinators.combine(
                        Arbitraries.of(
                                RosterFile.HEADER, RosterFile.OLDER_HEADER, "", "\uFEFF" + RosterFile.HEADER, "a,b"),
                        line.list().ofMaxSize(6))
                .as((header, lines) -> header + "\n" + String.join("\n", lines));
    }
}
