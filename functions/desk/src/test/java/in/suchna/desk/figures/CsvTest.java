package in.suchna.desk.figures;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.desk.Desk;
import in.suchna.figures.DayFigures;
import in.suchna.widget.words.Phrases;
import in.suchna.widget.words.Tongue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static String csv(Tongue tongue, Map<String, Long> counts) {
        return Csv.of(
                List.of(new DayFigures(DAY, counts), DayFigures.none(DAY.plusDays(1))),
                Phrases.of(tongue, ZoneId.of("Asia/Kolkata"), Desk.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "\n=1"})
    void noCellIsAFormula(String hostile) {
        assertThat(Csv.cell(hostile).replaceFirst("^\"", "")).startsWith("'");
    }

    @Test
    void whatPartsCellsAndLinesIsQuoted() {
        assertThat(Csv.cell("a,\"b\"\r\nc")).isEqualTo("\"a,\"\"b\"\"\r\nc\"");
        assertThat(Csv.cell("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(Csv.cell("plain")).isEqualTo("plain");
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void everyLineHasAsManyCellsAndNoNameBecomesAFormula(Tongue tongue) {
        String csv = csv(
                tongue,
                Map.of("tip", 3L, "thana.=cmd|'/c calc'!A1", 1L, "thana.", 2L, "read.8", 2L, "acknowledge.5", 1L));
        List<String> lines = csv.lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line.replaceAll("\"[^\"]*\"", "x").split(",", -1))
                                .hasSameSizeAs(lines.get(1).split(",", -1)));
        assertThat(lines.get(1)).startsWith("2026-11-24,3,");
        assertThat(lines.getFirst().split(",")).noneMatch(cell -> cell.matches("\"?[=+@\\t-].*"));
    }
}
