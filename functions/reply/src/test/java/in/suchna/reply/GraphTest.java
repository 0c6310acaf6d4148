package in.suchna.reply;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.reply.FakeGraph.Behaviour;
import in.suchna.seal.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static final FakeGraph FAKE = new FakeGraph();
    private static final Graph.Deadlines SHORT = new Graph.Deadlines(Duration.ofMillis(300), Duration.ofMillis(100));
    private static final Answer SILENT = new Answer.Refused(Refusal.SILENT, Refusal.SILENT.code());

    @BeforeEach
    void forget() {
        FAKE.forget();
    }

    @AfterAll
    static void end() {
        FAKE.close();
    }

    @Test
    void whereNobodyListensNothingLeftUs() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(send("http://127.0.0.1:" + port))
                .isEqualTo(new Answer.Refused(Refusal.UNREACHABLE, Refusal.UNREACHABLE.code()));
    }

    @Test
    void aNameNobodyKnowsIsUnreachable() {
        assertThat(send("http://graph.invalid"))
                .isEqualTo(new Answer.Refused(Refusal.UNREACHABLE, Refusal.UNREACHABLE.code()));
    }

    @Test
    void anAnswerThatBeginsAndNeverEndsMeetsTheDeadlineToo() {
        FAKE.thenDo(new Behaviour.Stall());
        assertThat(send(FAKE.url())).isEqualTo(SILENT);
    }

    @Test
    void anAnswerThatIsNoAnswerLeavesItDoubtful() {
        FAKE.thenDo(
                new Behaviour.Say(200, ""),
                new Behaviour.Say(200, "[]"),
                new Behaviour.Say(200, "{\"messages\":[]}"),
                new Behaviour.Say(200, "x".repeat(200_000)));
        for (int i = 0; i < 4; i++) {
            assertThat(send(FAKE.url())).isEqualTo(SILENT);
        }
    }

    @Test
    void anErrorIsAnErrorEvenWithStatus200() {
        FAKE.thenDo(FakeGraph.error(200, 131026));
        assertThat(send(FAKE.url())).isEqualTo(new Answer.Refused(Refusal.UNDELIVERABLE, 131026));
    }

    @Test
    void aRedirectIsNotFollowedWithTheToken() {
        FAKE.thenDo(new Behaviour.Say(302, ""));
        assertThat(send(FAKE.url())).isEqualTo(new Answer.Refused(Refusal.UNKNOWN, 302));
        assertThat(FAKE.seen()).hasSize(1);
    }

    private static Answer send(String url) {
        Address address = new Address(Optional.of(Stage.PHONE), Optional.empty(), Optional.empty());
        return new Graph(Graph.client(), URI.create(url + "/v26.0/1/messages"), SHORT)
                .send("token", Letter.to(address, Stage.TEXT, "m.0"));
    }
}
