package in.suchna.widget.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    @Test
    void whatHtmlReadsIsEscapedInWordsAndValues() {
        assertThat(Element.of("td", "a\"'<>&", "<b>\"it's\" & more</b>").html())
                .isEqualTo("<td class=\"a&quot;&#39;&lt;&gt;&amp;\">&lt;b&gt;\"it's\" &amp; more&lt;/b&gt;</td>");
    }

    @Test
    void whatHidesOrTurnsWordsIsReplacedAndEveryScriptStays() {
        assertThat(Markup.words("a\u202Eb\u2066c\u0000d\u009Fe\uD800f\uFFFFg").html())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg");
        assertThat(Markup.words("चाकू 🔪\n\tknife क्ष").html()).isEqualTo("चाकू 🔪\n\tknife क्ष");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "iframe", "object", "style", "a b", "", "<b", "1a"})
    void noWidgetHasAnElementThatRunsOrLoads(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Element.of(name));
    }

    @ParameterizedTest
    @CsvSource({"onclick,x", "onerror,x", "href,javascript:alert(1)", "href,http://x", "src,data:x", "a b,x"})
    void noAttributeRunsAScriptOrLeadsAway(String name, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Element.of("a").with(name, value));
    }

    @Test
    void anElementWithoutContentThatHtmlKnowsAsVoidIsNotClosed() {
        assertThat(Element.of("input")
                        .with("name", "x")
                        .when(true, "required")
                        .when(false, "disabled")
                        .html())
                .isEqualTo("<input name=\"x\" required=\"required\">");
    }
}
