package in.suchna.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever somebody who can sign sends: it is answered 200, and never lost. A failing body shrinks to a short one. */
class StrangeBodiesTest {
    private static @Nullable Counter counter;

    @BeforeContainer
    static void open() {
        counter = new Counter();
    }

    @AfterContainer
    static void close() {
        counter().close();
    }

    @SuppressWarnings("NullAway") // jqwik opens it first
    private static Counter counter() {
        return counter;
    }

    @Property(tries = 120)
    void anyBytesAreAnsweredAndKept(@ForAll byte[] body) {
        counter().clear();
        assertThat(counter().post(body)).isEqualTo(200);
        assertThat(counter().items("Messages")).isNotEmpty();
    }

    @Property(tries = 200)
    void aBodyThatWasDamagedAnywhereIsAnsweredAndKept(@ForAll("damaged") String body) {
        counter().clear();
        assertThat(counter().post(body)).isEqualTo(200);
        assertThat(counter().items("Messages").size()
                        + counter().items("Receipts").size())
                .isPositive();
    }

    @Provide
    Arbitrary<String> damaged() {
        String whole = Bodies.textBody("गांव में जुआ चल रहा है 🙏 \\ \"quoted\"");
        Arbitrary<String> put = Arbitraries.of(
                "",
                "0",
                "-1e999",
                "null",
                "[]",
                "{}",
                "\"",
                "}",
                "{\"id\":",
                "\u0000",
                "\ud800",
                "wamid.",
                "12345678901234567890");
        return Combinators.combine(
                        Arbitraries.integers().between(0, whole.length()),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.oneOf(put, Arbitraries.strings().ofMaxLength(12)))
                .as((at, gone, instead) ->
                        whole.substring(0, at) + instead + whole.substring(Math.min(whole.length(), at + gone)));
    }

    @Property(tries = 80)
    void aMessageOfAnyTypeWithAnyContentIsOneRow(
            @ForAll("types") String type, @ForAll("contents") String content, @ForAll("contents") String caption) {
        counter().clear();
        var message = Bodies.text("x");
        message.put("type", type);
        message.remove("text");
        message.set(type.isEmpty() ? "empty" : type, Counter.tree(content));
        message.set("caption", Counter.tree(caption));
        assertThat(counter()
                        .post(Bodies.of("messages", Bodies.value(message))
                                .toString()
                                .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(200);
        assertThat(counter().messages()).hasSize(1);
        assertThat(counter().originalTree(counter().message()).path("message"))
                .isEqualTo(Counter.tree(message.toString()));
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        List.of("text", "image", "location", "contacts", "interactive", "reaction", "system", "order")),
                Arbitraries.strings().alpha().ofMaxLength(8));
    }

    @Provide
    Arbitrary<String> contents() {
        Arbitrary<String> leaf = Arbitraries.of(
                "null", "true", "1e308", "[]", "{}", "\"\"", "\"x\"", "12345678901234567890", "{\"id\":7}", "[[[{}]]]");
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf,
                () -> Combinators.combine(
                                Arbitraries.of("body", "id", "link", "mime_type", "button_reply", "phones"), contents())
                        .as("{\"%s\":%s}"::formatted),
                () -> Combinators.combine(contents(), contents()).as("[%s,%s]"::formatted));
    }
}
