package in.suchna.widget.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionTest {
    @Test
    void anActionStandsBehindItsButtonAndItsJsonSurvivesAnyReading() {
        String html = new Action("arn:x", Map.of("view", "tip"), Optional.empty(), false)
                .with("why", "a<b & \"c\" </cwdb-action>")
                .with("absent", Optional.empty())
                .asking("Close \"it\"?")
                .inPopup()
                .button("Close")
                .html();

        assertThat(html)
                .isEqualTo(
                        "<a class=\"btn\">Close</a><cwdb-action action=\"call\" display=\"popup\" endpoint=\"arn:x\" "
                                + "confirmation=\"Close &quot;it&quot;?\">{\"view\":\"tip\",\"why\":\"a\\u003cb \\u0026 "
                                + "\\\"c\\\" \\u003c/cwdb-action\\u003e\"}</cwdb-action>");
    }
}
