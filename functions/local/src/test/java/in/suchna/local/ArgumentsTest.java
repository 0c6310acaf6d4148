package in.suchna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void withoutArgumentsThereIsAPageOnPort3000AndNothingIsKept() {
        assertThat(Arguments.of()).isEqualTo(new Arguments(false, false, 3000, Path.of("template.yaml"), ""));
    }

    @Test
    void theLastOfTwoCounts() {
        assertThat(Arguments.of("--port", "3000", "--headless=false", "--headless", "--port=3001", "--keep"))
                .isEqualTo(new Arguments(true, true, 3001, Path.of("template.yaml"), ""));
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> Arguments.of("--prot", "1")).hasMessageContaining("--prot");
        assertThatThrownBy(() -> Arguments.of("--port", "many")).hasMessageContaining("many");
        assertThatThrownBy(() -> Arguments.of("--keep=perhaps")).hasMessageContaining("perhaps");
    }
}
