package in.suchna.local.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebhooksTest {
    private static final StoredMedia FILE =
            new StoredMedia("1234567890123456", "image/jpeg", "q83v", 4, Optional.of("घर.pdf"));
    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    static Stream<Arguments> everything() {
        return Stream.of(
                Arguments.of(new Said.Text("गली में/लड़ाई 😡"), "/text/body"),
                Arguments.of(new Said.File("image", FILE, Optional.of("देखो")), "/image/caption"),
                Arguments.of(new Said.File("video", FILE, Optional.empty()), "/video/sha256"),
                Arguments.of(new Said.File("document", FILE, Optional.empty()), "/document/filename"),
                Arguments.of(new Said.File("sticker", FILE, Optional.empty()), "/sticker/animated"),
                Arguments.of(new Said.Voice(FILE), "/audio/voice"),
                Arguments.of(new Said.Place(20.7, 81.5, Optional.of("धमतरी"), Optional.empty()), "/location/name"),
                Arguments.of(new Said.Contact("Mangal", "+91 55550 19999"), "/contacts/0/phones/0/phone"),
                Arguments.of(new Said.Reaction("wamid.A", "👍"), "/reaction/emoji"),
                Arguments.of(new Said.Button("wamid.A", "yes", "हाँ"), "/interactive/button_reply/id"),
                Arguments.of(
                        new Said.Row("wamid.A", "hi", "हिंदी", Optional.of("भाषा")),
                        "/interactive/list_reply/description"),
                Arguments.of(new Said.QuickReply("wamid.A", "GO", "Go"), "/button/payload"),
                Arguments.of(new Said.Edit("wamid.A", "नया"), "/edit/message/text/body"),
                Arguments.of(new Said.Revoke("wamid.A"), "/revoke/original_message_id"),
                Arguments.of(new Said.Unsupported("poll"), "/errors/0/code"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everythingAPersonCanDoReachesTheWebhookSigned(Said said, String detail) throws Exception {
        site.whatsapp.say(site.phone("ramesh"), said);
        JsonNode message = site.heard.getFirst().at("/messages/0");
        assertThat(message.path("type").asText()).isNotEmpty();
        assertThat(message.at(detail).isValueNode()).isTrue();
        assertThat(new String(site.raw.getFirst(), StandardCharsets.ISO_8859_1)).matches("\\p{ASCII}+");
        assertThat(site.signatures).containsExactly(hmac(site.raw.getFirst()));
    }

    private static String hmac(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Site.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    @Test
    void aSlashAndHindiAreEscapedAsMetaDoes() {
        site.whatsapp.say(site.phone("ramesh"), new Said.Text("क/ख"));
        assertThat(new String(site.raw.getFirst(), StandardCharsets.US_ASCII)).contains("\"\\u0915\\/\\u0916\"");
    }

    @Test
    void whoHasBothIsToldByNumberAndUserId() {
        site.whatsapp.say(site.phone("ramesh"), new Said.Text("x"));
        JsonNode value = site.heard.getFirst();
        assertThat(value.at("/messages/0/from").asText()).isEqualTo("915555010101");
        assertThat(value.at("/contacts/0/wa_id").asText()).isEqualTo("915555010101");
        assertThat(value.at("/messages/0/from_user_id").asText()).startsWith("IN.");
        assertThat(value.at("/contacts/0/user_id")).isEqualTo(value.at("/messages/0/from_user_id"));
    }

    @Test
    void whoShowsAUsernameOnlyHasNoNumberAnywhere() {
        site.whatsapp.say(site.phone("dukalu"), new Said.Text("x"));
        JsonNode value = site.heard.getFirst();
        assertThat(value.at("/messages/0").has("from")).isFalse();
        assertThat(value.at("/contacts/0").has("wa_id")).isFalse();
        assertThat(value.at("/contacts/0/profile/username").asText()).isEqualTo("@dukalu.dhamtari");
    }

    @Test
    void aSenderOfTheOldStyleHasNoUserId() {
        site.whatsapp.say(site.phone("firanta"), new Said.Text("x"));
        JsonNode value = site.heard.getFirst();
        assertThat(value.at("/messages/0").has("from_user_id")).isFalse();
        assertThat(value.at("/contacts/0").has("user_id")).isFalse();
    }

    @Test
    void aWamidHasTheNumberInside() {
        String wamid = site.whatsapp.say(site.phone("ramesh"), new Said.Text("x"));
        assertThat(wamid).startsWith("wamid.HBgM").hasSizeLessThanOrEqualTo(78);
        byte[] inside = Base64.getDecoder().decode(wamid.substring("wamid.".length()));
        assertThat(new String(inside, StandardCharsets.ISO_8859_1)).contains("915555010101");
    }

    @Test
    void aWebhookThatDoesNotTakeItHearsItAgainLaterWithTheSameBytes() {
        site.answers.add(500);
        site.answers.add(401);
        site.whatsapp.say(site.phone("ramesh"), new Said.Text("x"));
        assertThat(site.raw).hasSize(3).allSatisfy(bytes -> assertThat(bytes).isEqualTo(site.raw.getFirst()));
        assertThat(site.pauses).containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(site.phone("ramesh").chat().getFirst().tick()).isEqualTo(Bubble.Tick.DELIVERED);
    }

    @Test
    void redeliveryHasAnEndAndThePhoneSaysSo() {
        site.answers.addAll(java.util.List.of(500, 500, 500));
        site.whatsapp.say(site.phone("ramesh"), new Said.Text("x"));
        assertThat(site.raw).hasSize(3);
        assertThat(site.phone("ramesh").chat().getFirst().tick()).isEqualTo(Bubble.Tick.FAILED);
    }
}
