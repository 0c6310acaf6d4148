package in.suchna.localaws.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who gets a mail from an alarm finds what to do in the desk's runbook. */
class RunbookTest {
    private static final Path RUNBOOK = Path.of("../desk/README.md");
    private static final Pattern PARAGRAPH = Pattern.compile("### (\\w+Alarm)\n(.*?)(?=\n#|\\z)", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\(#([a-z-]+)\\)");
    private static final int FEW_WORDS = 100;

    private final TemplateTree template = new TemplateTree();

    @Test
    void everyAlarmHasItsParagraphAndNoParagraphIsOfAnAlarmThatIsGone() throws IOException {
        Map<String, String> paragraphs = new TreeMap<>();
        Matcher found = PARAGRAPH.matcher(Files.readString(RUNBOOK));
        while (found.find()) {
            paragraphs.put(found.group(1), found.group(2).strip());
        }

        assertThat(paragraphs.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        template.each("AWS::CloudWatch::Alarm").keySet());
        assertThat(paragraphs)
                .allSatisfy((alarm, words) -> assertThat(words).as(alarm).hasSizeGreaterThan(FEW_WORDS));
    }

    @Test
    void everyQueueOfFailuresIsToldOf() throws IOException {
        assertThat(Files.readString(RUNBOOK))
                .contains(template.each("AWS::SQS::Queue").keySet().stream()
                        .map(queue -> "`" + queue + "`")
                        .toList());
    }

    @Test
    void everyLinkLeadsToAHeading() throws IOException {
        String runbook = Files.readString(RUNBOOK);
        assertThat(LINK.matcher(runbook).results().map(link -> link.group(1)).distinct())
                .isNotEmpty()
                .allSatisfy(anchor -> assertThat(runbook.lines()
                                .filter(line -> line.startsWith("#"))
                                .map(line -> line.replaceAll("^#+ ", "")
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replaceAll("[^a-z ]", "")
                                        .replace(' ', '-')))
                        .contains(anchor));
    }
}
