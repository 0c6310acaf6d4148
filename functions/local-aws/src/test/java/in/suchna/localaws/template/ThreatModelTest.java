package in.suchna.localaws.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** functions/shared/README.md says who could learn who sent a tip; what it says must be so. */
class ThreatModelTest {
    private static final Path MODEL = Path.of("../shared/README.md");
    private static final Path WRITTEN = Path.of("target/roles.md");
    private static final String BEGIN = "<!-- roles -->\n";
    private static final String END = "<!-- /roles -->";
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z]+Test)\\.([A-Za-z]+)`");

    @Test
    void theTableOfRolesIsWhatTheTemplateAllows() throws IOException {
        String model = Files.readString(MODEL);
        String table = RoleTable.of(new TemplateTree());
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, table);

        String written = model.substring(model.indexOf(BEGIN) + BEGIN.length(), model.indexOf(END));

        assertThat(written)
                .as(
                        "The roles changed. Look whether the threats above the table still hold, then put %s into %s",
                        WRITTEN, MODEL)
                .isEqualTo(table);
    }

    @Test
    void everyTestTheModelNamesExists() throws IOException {
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher tests = NAMED.matcher(Files.readString(MODEL));
        while (tests.find()) {
            named++;
            if (!exists(tests.group(1), tests.group(2))) {
                missing.add(tests.group());
            }
        }

        assertThat(named).isGreaterThan(10);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyThreatNamesATestOrSaysThatThereCanBeNone() throws IOException {
        assertThat(Files.readString(MODEL).lines().filter(line -> line.startsWith("| **")))
                .hasSizeGreaterThan(7)
                .allSatisfy(line -> assertThat(NAMED.matcher(line).find() || line.endsWith("| no test can show it |"))
                        .as(line)
                        .isTrue());
    }

    private static boolean exists(String type, String method) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            List<Path> found = files.filter(file -> file.endsWith(type + ".java"))
                    .filter(file -> file.toString().contains("src/test"))
                    .toList();
            for (Path file : found) {
                if (Files.readString(file).contains("void " + method + "(")) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void ofAllWhoReachTheSealOnlyReplyAndTheApprovalOpenIt() {
        assertThat(RoleTable.of(new TemplateTree()).lines().filter(line -> line.contains("SealKey |")))
                .filteredOn(line -> !line.contains("| kms:GetPublicKey |"))
                .containsExactly(
                        "| Reply | kms:Decrypt | SealKey |",
                        "| Reply | kms:Decrypt | SecondSealKey |",
                        "| RevealApprove | kms:Decrypt | SealKey |",
                        "| RevealApprove | kms:Decrypt | SecondSealKey |");
    }

    @Test
    void noRoleMayDeleteOrUpdateATimelineALedgerOrAFile() {
        assertThat(RoleTable.of(new TemplateTree()).lines())
                .filteredOn(line ->
                        line.contains("| Timeline |") || line.contains("| Ledger |") || line.contains("Exhibits"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("Delete") || line.contains("Update") || line.contains("Retention"));
    }
}
