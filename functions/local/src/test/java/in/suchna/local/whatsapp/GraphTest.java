package in.suchna.local.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphTest {
    private static final String RAMESH = "\"to\":\"+915555010101\"";
    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    private static String text(String recipient, String more) {
        return "{\"messaging_product\":\"whatsapp\"," + recipient + more
                + ",\"type\":\"text\",\"text\":{\"body\":\"नमस्ते\"}}";
    }

    private List<String> words() {
        return site.statuses().stream().map(s -> s.path("status").asText()).toList();
    }

    @Test
    void aMessageToANumberStandsOnThePhoneAndItsReceiptsEchoOurId() throws Exception {
        Site.Answer answer = site.send(text(RAMESH, ",\"biz_opaque_callback_data\":\"out-1\""));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/contacts/0/wa_id").asText()).isEqualTo("915555010101");
        assertThat(site.phone("ramesh").chat()).singleElement().satisfies(bubble -> {
            assertThat(bubble.id()).isEqualTo(answer.wamid());
            assertThat(bubble.mine()).isFalse();
            assertThat(bubble.message().has("to")).isFalse();
        });
        assertThat(words()).containsExactly("sent", "delivered");
        assertThat(site.statuses()).allSatisfy(status -> {
            assertThat(status.path("id").asText()).isEqualTo(answer.wamid());
            assertThat(status.path("biz_opaque_callback_data").asText()).isEqualTo("out-1");
            assertThat(status.path("recipient_id").asText()).isEqualTo("915555010101");
        });
    }

    @Test
    void openingTheChatTellsThatItWasRead() throws Exception {
        site.send(text(RAMESH, ",\"biz_opaque_callback_data\":\"out-1\""));
        site.whatsapp.opened(site.phone("ramesh"));
        site.whatsapp.opened(site.phone("ramesh"));
        assertThat(words()).containsExactly("sent", "delivered", "read");
        assertThat(site.statuses().getLast().path("biz_opaque_callback_data").asText())
                .isEqualTo("out-1");
    }

    @Test
    void aUserIdGoesIntoRecipient() throws Exception {
        Site.Answer answer =
                site.send(text("\"recipient_type\":\"individual\",\"recipient\":\"IN.7304518826093413\"", ""));
        assertThat(answer.body().at("/contacts/0/user_id").asText()).isEqualTo("IN.7304518826093413");
        assertThat(answer.body().at("/contacts/0").has("wa_id")).isFalse();
        assertThat(site.phone("dukalu").chat()).hasSize(1);
        assertThat(site.statuses()).allSatisfy(status -> {
            assertThat(status.has("recipient_id")).isFalse();
            assertThat(status.path("recipient_user_id").asText()).isEqualTo("IN.7304518826093413");
        });
    }

    @Test
    void aUserIdInToIsTakenAndSilentlyDropped() throws Exception {
        Site.Answer answer = site.send(text("\"to\":\"IN.7304518826093413\"", ""));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.wamid()).startsWith("wamid.");
        assertThat(site.phone("dukalu").chat()).isEmpty();
        assertThat(site.heard).isEmpty();
        assertThat(site.whatsapp.dropped()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    100 | {"messaging_product":"whatsapp","recipient_type":"business_scoped_user_id","recipient":"IN.1","text":{"body":"x"}}
                    100 | {"messaging_product":"whatsapp","text":{"body":"x"}}
                    100 | {"to":"+915555010101","text":{"body":"x"}}
                    100 | {"messaging_product":"whatsapp","to":"+915555010101","type":"text"}
                    131009 | {"messaging_product":"whatsapp","to":"+915555010101","type":"text","text":{"body":" "}}
                    131008 | {"messaging_product":"whatsapp","to":"+915555010101","type":"reaction","reaction":{"emoji":"x"}}
                    132001 | {"messaging_product":"whatsapp","to":"+915555010101","type":"template","template":{"name":"other","language":{"code":"hi"}}}
                    100 | {"messaging_product":"whatsapp","to":"+915555010101","type":"fax","fax":{}}
                    131009 | {"messaging_product":"whatsapp","to":"+915555010101","type":"interactive","interactive":{"type":"button","body":{"text":"x"},"action":{"buttons":[]}}}
                    """)
    void whatMetaRefusesIsRefused(int code, String message) throws Exception {
        Site.Answer answer = site.send(message);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(site.heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4096,0", "4097,100"})
    void aTextHasAtMost4096Characters(int length, int code) throws Exception {
        assertThat(site.send(text(RAMESH, "").replace("नमस्ते", "क".repeat(length)))
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"3,20,0", "4,20,131009", "3,21,100"})
    void repliesHaveThreeButtonsOfTwentyCharacters(int buttons, int length, int code) throws Exception {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < buttons; i++) {
            list.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"reply\",\"reply\":{\"id\":\"%d\",\"title\":\"%s\"}}"
                            .formatted(i, i + "a".repeat(length - 1)));
        }
        assertThat(site.send("{\"messaging_product\":\"whatsapp\"," + RAMESH
                                + ",\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"?\"},"
                                + "\"action\":{\"buttons\":[" + list + "]}}}")
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"10,24,0", "11,24,131009", "10,25,100"})
    void aListHasTenRowsOfTwentyFourCharacters(int rows, int length, int code) throws Exception {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            list.append(i == 0 ? "" : ",").append("{\"id\":\"%d\",\"title\":\"%s\"}".formatted(i, "a".repeat(length)));
        }
        assertThat(site.send("{\"messaging_product\":\"whatsapp\"," + RAMESH
                                + ",\"type\":\"interactive\",\"interactive\":{\"type\":\"list\",\"body\":{\"text\":\"?\"},"
                                + "\"action\":{\"button\":\"चुनें\",\"sections\":[{\"rows\":[" + list + "]}]}}}")
                        .code())
                .isEqualTo(code);
    }

    @Test
    void withoutATokenNothingIsDone() throws Exception {
        Site.Answer answer = site.send(text(RAMESH, ""), "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(190);
        assertThat(site.phone("ramesh").chat()).isEmpty();
    }

    @Test
    void aDayAfterThePersonWroteOnlyATemplateArrives() throws Exception {
        site.whatsapp.say(site.phone("ramesh"), new Said.Text("x"));
        site.pass(Duration.ofHours(24).plusSeconds(1));
        site.send(text(RAMESH, ""));
        assertThat(site.statuses()).singleElement().satisfies(status -> {
            assertThat(status.path("status").asText()).isEqualTo("failed");
            assertThat(status.at("/errors/0/code").asInt()).isEqualTo(131047);
        });
        site.send("{\"messaging_product\":\"whatsapp\"," + RAMESH
                + ",\"type\":\"template\",\"template\":{\"name\":\"tip_update\",\"language\":{\"code\":\"hi\"}}}");
        assertThat(words()).containsExactly("failed", "sent", "delivered");
    }

    @Test
    void readingTurnsTheTicksAndAReactionStandsUnderTheMessage() throws Exception {
        String wamid = site.whatsapp.say(site.phone("ramesh"), new Said.Text("x"));
        Site.Answer read =
                site.send("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"" + wamid + "\"}");
        assertThat(read.body().path("success").asBoolean()).isTrue();
        site.send("{\"messaging_product\":\"whatsapp\"," + RAMESH
                + ",\"type\":\"reaction\",\"reaction\":{\"message_id\":\"" + wamid + "\",\"emoji\":\"✔\"}}");
        assertThat(site.phone("ramesh").chat()).singleElement().satisfies(bubble -> {
            assertThat(bubble.tick()).isEqualTo(Bubble.Tick.READ);
            assertThat(bubble.theirReaction()).isEqualTo("✔");
        });
    }

    @Test
    void faultsAreUsedUpInTheirOrder() throws Exception {
        site.whatsapp.faults().refuse(131056, 2);
        site.whatsapp.faults().failLater(131026, 1);
        assertThat(site.send(text(RAMESH, "")).code()).isEqualTo(131056);
        assertThat(site.send(text(RAMESH, "")).status()).isEqualTo(400);
        assertThat(site.send(text(RAMESH, "")).status()).isEqualTo(200);
        assertThat(site.statuses().getLast().at("/errors/0/code").asInt()).isEqualTo(131026);
        assertThat(site.phone("ramesh").chat()).isEmpty();
        assertThat(site.send(text(RAMESH, "")).status()).isEqualTo(200);
        assertThat(site.phone("ramesh").chat()).hasSize(1);
    }

    @Test
    void aSendThatNobodyHearsOfIsDeliveredAllTheSame() {
        site.whatsapp.faults().leaveUnheard(1);
        assertThatThrownBy(() -> site.send(text(RAMESH, ""))).isInstanceOf(IOException.class);
        assertThat(site.phone("ramesh").chat()).hasSize(1);
        assertThat(words()).containsExactly("sent", "delivered");
    }

    @Test
    void aStrangerWhoIsAnsweredGetsAPhoneAndOnlyTheLastTwelveDo() throws Exception {
        for (int i = 10; i < 30; i++) {
            site.send(text("\"to\":\"+9155550200" + i + "\"", ""));
        }
        assertThat(site.whatsapp.phones().all()).hasSize(People.invented().size() + 12);
        assertThat(site.phone("915555020029").chat()).hasSize(1);
    }

    @Test
    void aFileIsHadByItsIdWithTheTokenForFiveMinutes() throws Exception {
        byte[] photo = "a photo".getBytes(StandardCharsets.UTF_8);
        StoredMedia media = site.whatsapp.upload(photo, "image/jpeg", Optional.empty());
        URI about = URI.create(site.url() + "/graph/v26.0/" + media.id());
        assertThat(site.get(about, "").statusCode()).isEqualTo(401);
        JsonNode told =
                new ObjectMapper().readTree(site.get(about, "Bearer a-token").body());
        assertThat(told.path("sha256").asText()).isEqualTo(media.sha256()).hasSize(44);
        URI address = URI.create(told.path("url").asText());
        assertThat(site.get(address, "").statusCode()).isEqualTo(401);
        HttpResponse<byte[]> file = site.get(address, "Bearer a-token");
        assertThat(file.body()).isEqualTo(photo);
        site.pass(Duration.ofMinutes(6));
        assertThat(site.get(address, "Bearer a-token").statusCode()).isEqualTo(404);
    }
}
