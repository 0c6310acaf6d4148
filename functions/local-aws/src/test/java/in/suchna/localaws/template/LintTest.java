package in.suchna.localaws.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** template.yaml before the linters of its two dialects, where they are installed. */
class LintTest {
    private static final Path ROOT = Path.of("../..");
    private static final int PATIENCE_SECONDS = 180;

    /** What a version manager's stand-in answers for a program it has not got. */
    private static final int NOT_INSTALLED = 127;

    @TempDir
    private Path folder;

    private static boolean isOnPath(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private void finishesClean(String... command) throws IOException, InterruptedException {
        String missing = command[0] + " is not installed here; .ci/run installs it";
        assumeTrue(isOnPath(command[0]), missing);
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SAM_CLI_TELEMETRY", "0");
        Process linter = builder.start();
        linter.getOutputStream().close();
        boolean finished = linter.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        linter.destroyForcibly();

        assertThat(finished)
                .as("%s finishes within %s s", command[0], PATIENCE_SECONDS)
                .isTrue();
        assumeTrue(linter.exitValue() != NOT_INSTALLED, missing);
        assertThat(linter.exitValue()).as(Files.readString(output)).isZero();
    }

    @Test
    void cloudFormationFindsNoFault() throws Exception {
        finishesClean("cfn-lint", "template.yaml");
    }

    @Test
    void samFindsNoFault() throws Exception {
        finishesClean("sam", "validate", "--lint", "--template-file", "template.yaml", "--region", Account.REGION);
    }
}
