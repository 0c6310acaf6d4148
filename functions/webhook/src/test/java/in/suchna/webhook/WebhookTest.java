package in.suchna.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.citizen.CitizenId;
import in.suchna.duty.Account;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.message.KeptMessage;
import in.suchna.message.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {
    private final Counter counter = new Counter();

    @BeforeEach
    void forget() {
        counter.clear();
    }

    @AfterAll
    void close() {
        counter.close();
    }

    private ObjectNode verification(String token) {
        ObjectNode event = counter.event("GET");
        event.putObject("queryStringParameters")
                .put("hub.mode", "subscribe")
                .put("hub.challenge", "1158201444")
                .put("hub.verify_token", token);
        return event;
    }

    @Test
    void theVerificationIsAnsweredWithItsChallengeAsPlainText() {
        JsonNode answer = counter.ask(verification(counter.aws().secret("VerifyTokenName")));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("body").asText()).isEqualTo("1158201444");
        assertThat(answer.path("headers").path("content-type").asText()).startsWith("text/plain");
    }

    @Test
    void aWrongVerifyTokenIsForbidden() {
        JsonNode answer = counter.ask(verification("guessed"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(403);
        assertThat(answer.path("body").asText()).doesNotContain("1158201444");
    }

    @Test
    void aVerificationWithoutQueryIsForbidden() {
        assertThat(counter.ask(counter.event("GET")).path("statusCode").asInt()).isEqualTo(403);
    }

    @Test
    void anotherMethodIsNotAllowed() {
        JsonNode answer = counter.ask(counter.event("PUT"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(405);
        assertThat(answer.path("headers").path("allow").asText()).isEqualTo("GET, POST");
    }

    @Test
    void aBodyWithAWrongOrMissingSignatureIsRefusedAndNothingKept() {
        ObjectNode wrong = counter.signed("{}".getBytes(StandardCharsets.UTF_8));
        wrong.put("body", Bodies.textBody("x"));
        ObjectNode missing = counter.event("POST").put("body", Bodies.textBody("x"));

        assertThat(counter.ask(wrong).path("statusCode").asInt()).isEqualTo(401);
        assertThat(counter.ask(missing).path("statusCode").asInt()).isEqualTo(401);
        assertThat(counter.items("Messages")).isEmpty();
        assertThat(counter.counted("SignaturesRefused")).isEqualTo(2);
    }

    @Test
    void aReceiptTellsTheAccountOfAnOfficerByKeyedHashesAndNothingOfACitizen() {
        counter.post(Bodies.of("messages", status("officer-call-7K3QM9T-0")).toString());
        assertThat(counter.receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.account())
                        .contains(new Account(
                                counter.pepper().citizen(Bodies.PHONE),
                                counter.pepper().citizen(Bodies.USER))));

        counter.clear();
        counter.post(Bodies.of("messages", status("a-citizens-message.0")).toString());
        assertThat(counter.receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.account()).isEmpty());
    }

    private static ObjectNode status(String ours) {
        ObjectNode value = Bodies.value();
        value.remove("messages");
        value.putArray("statuses")
                .addObject()
                .put("id", Bodies.WAMID)
                .put("status", "delivered")
                .put("timestamp", "1795514400")
                .put("recipient_id", Bodies.PHONE)
                .put("recipient_user_id", Bodies.USER)
                .put("biz_opaque_callback_data", ours);
        return value;
    }

    @Test
    void aTextIsKeptOnceInTheClearAndOnceSealed() {
        assertThat(counter.post(Bodies.textBody("जुआ चल रहा है, मेरा नंबर ९१५५५५०१२३४५ है")))
                .isEqualTo(200);

        KeptMessage kept = counter.message();
        assertThat(kept.kind()).isEqualTo(Kind.LIVE);
        assertThat(kept.type()).isEqualTo("text");
        assertThat(kept.citizen()).contains(counter.pepper().citizen(Bodies.USER));
        assertThat(kept.aliases()).containsExactly(counter.pepper().citizen(Bodies.PHONE));
        assertThat(kept.number()).contains(counter.pepper().citizen(Bodies.PHONE));
        assertThat(counter.content(kept).path("text").path("body").asText()).isEqualTo("जुआ चल रहा है, मेरा नंबर █ है");
        assertThat(counter.content(kept).path("self").asText())
                .isEqualTo(counter.pepper().wamid(Bodies.WAMID));
        assertThat(counter.originalTree(kept).path("message"))
                .isEqualTo(Bodies.text("जुआ चल रहा है, मेरा नंबर ९१५५५५०१२३४५ है"));
        assertThat(counter.address(kept).orElseThrow().phone()).contains(Bodies.PHONE);
        assertThat(counter.address(kept).orElseThrow().userId()).contains(Bodies.USER);
        assertThat(counter.address(kept).orElseThrow().wamid()).contains(Bodies.WAMID);
    }

    @Test
    void theSignatureIsOverTheBytesAsTheyAreEscapedRawOrAsSurrogatePairs() {
        String around = Bodies.textBody("WORDS");
        List<String> forms = List.of("\\u0928\\u092e\\u0938\\u094d\\u0924\\u0947", "नमस्ते", "\\ud83d\\ude4f\\/");
        for (String form : forms) {
            byte[] body = around.replace("WORDS", form).getBytes(StandardCharsets.UTF_8);
            assertThat(counter.ask(counter.signed(body)).path("statusCode").asInt())
                    .isEqualTo(200);
            counter.clear();
            assertThat(counter.post(body)).isEqualTo(200);
            assertThat(counter.messages()).hasSize(1);
            counter.clear();
        }
        ObjectNode event = counter.signed(around.replace("WORDS", forms.get(0)).getBytes(StandardCharsets.UTF_8));
        event.put("body", around.replace("WORDS", forms.get(1)));
        assertThat(counter.ask(event).path("statusCode").asInt()).isEqualTo(401);
    }

    @Test
    void aRedeliveryOfTheSameSecondMakesOneRow() throws Exception {
        byte[] body = Bodies.textBody("once").getBytes(StandardCharsets.UTF_8);
        try (ExecutorService whatsapp = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(whatsapp.submit(() -> counter.post(body)));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(counter.messages()).hasSize(1);
        assertThat(counter.counted("MessagesKept")).isEqualTo(1);
    }

    @Test
    void oneIdUsedForTwoMessagesMakesTwoRows() {
        ObjectNode image = Bodies.text("x").put("type", "image").put("timestamp", "1795514401");
        image.remove("text");
        counter.post(
                Bodies.of("messages", Bodies.value(Bodies.text("x"), image)).toString());

        assertThat(counter.messages()).extracting(KeptMessage::type).containsExactlyInAnyOrder("text", "image");
    }

    @Test
    void aFailedWriteIsAnsweredSoThatTheBodyComesAgainAndThenOneRowIsThere() {
        String body = batch(40);
        AtomicInteger calls = new AtomicInteger();
        counter.aws().calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (calls.incrementAndGet() == 7) {
                    throw Fault.timeout();
                }
            }

            @Override
            public void after(Call call) {
                if (calls.get() == 9) {
                    throw Fault.timeout();
                }
            }
        });
        JsonNode answer = counter.ask(counter.signed(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
        assertThat(answer.path("body").asText()).isEqualTo("not kept, send it again");

        counter.aws().calls().failBy(Fault.NONE);
        assertThat(counter.post(body)).isEqualTo(200);
        assertThat(counter.messages()).hasSize(40);
    }

    @Test
    void aThousandMessagesInThreeMegabytesAreKeptWithOneCallEach() {
        String body = batch(1000);
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isBetween(2_500_000, 3_000_000);
        long start = System.nanoTime();
        assertThat(counter.post(body)).isEqualTo(200);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;

        assertThat(counter.messages()).hasSize(1000);
        assertThat(seconds).isLessThan(25);
        Map<String, Long> calls = counter.aws().calls().of("Webhook");
        assertThat(calls).containsEntry("dynamodb:PutItem", 1000L);
        assertThat(calls.keySet()).isSubsetOf("dynamodb:PutItem", "ssm:GetParameters");
    }

    private static String batch(int messages) {
        ObjectNode[] all = new ObjectNode[messages];
        for (int i = 0; i < messages; i++) {
            all[i] = Bodies.text("wamid.batch" + i, "tip number " + i + " " + "कखग".repeat(290));
        }
        return Bodies.of("messages", Bodies.value(all)).toString();
    }

    @Test
    void oneBrokenMessageCostsTheOthersNothing() {
        ObjectNode value = Bodies.value(Bodies.text("wamid.a", "one"), Bodies.text("wamid.b", "two"));
        ((com.fasterxml.jackson.databind.node.ArrayNode) value.path("messages")).insert(1, "not an object");
        ((com.fasterxml.jackson.databind.node.ArrayNode) value.path("messages"))
                .add(Bodies.object().put("type", "text"));
        assertThat(counter.post(Bodies.of("messages", value).toString())).isEqualTo(200);

        assertThat(counter.messages())
                .extracting(KeptMessage::kind)
                .containsExactlyInAnyOrder(Kind.LIVE, Kind.LIVE, Kind.UNREADABLE, Kind.UNREADABLE);
        assertThat(counter.counted("UnreadableKept")).isEqualTo(2);
    }

    @Test
    void signedBytesThatAreNoJsonAreKeptAsTheyCame() {
        byte[] bytes = {'{', '"', (byte) 0xC3, (byte) 0x28, 0, 1, 2};
        assertThat(counter.post(bytes)).isEqualTo(200);

        assertThat(counter.message().kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(counter.message().id()).isEqualTo(counter.pepper().content(bytes));
        assertThat(counter.original(counter.message())).isEqualTo(bytes);
        assertThat(counter.counted("UnreadableKept")).isEqualTo(1);
    }

    @Test
    void aMessageOfThreeMegabytesIsKeptWhole() {
        String words = "सूचना x ".repeat(160_000);
        assertThat(counter.post(Bodies.textBody(words))).isEqualTo(200);

        KeptMessage kept = counter.message();
        assertThat(counter.originalTree(kept).path("message")).isEqualTo(Bodies.text(words));
        assertThat(counter.content(kept).path("clipped").asBoolean()).isTrue();
        assertThat(kept.citizen().map(CitizenId::text))
                .contains(counter.pepper().citizen(Bodies.USER).text());
    }

    @Test
    void halfAnEmojiIsNoReasonToFail() {
        assertThat(counter.post(Bodies.textBody("HALF").replace("HALF", "\\ud83d!")))
                .isEqualTo(200);

        assertThat(counter.content(counter.message()).path("text").path("body").asText())
                .isEqualTo("\uFFFD!");
        assertThat(counter.originalTree(counter.message())
                        .path("message")
                        .path("text")
                        .path("body")
                        .asText())
                .isEqualTo("\uD83D!");
    }

    @Test
    void numbersKeepAllTheirDigitsAndUnknownKeysTheirOrder() {
        String odd = "{\"zeta\":1.10,\"alpha\":123456789012345678901234567890.123456789,\"big\":1E+400,\"none\":null}";
        counter.post(Bodies.textBody("x").replace("\"type\":\"text\"", "\"type\":\"text\",\"odd\":" + odd));

        assertThat(new String(counter.original(counter.message()), StandardCharsets.UTF_8))
                .contains("\"odd\":" + odd);
    }

    @Test
    void primingWalksTheWholeWayWithoutAnyCall() throws Exception {
        counter.webhook().beforeCheckpoint(org.crac.Core.getGlobalContext());
        counter.webhook().afterRestore(org.crac.Core.getGlobalContext());

        assertThat(counter.aws().calls().of("Webhook")).isEmpty();
        assertThat(counter.journal()).isEmpty();
        assertThat(counter.post(Bodies.textBody("after"))).isEqualTo(200);
    }

    @Test
    void noTwoMessagesShareANonceThoughTheyMayShareAKey() {
        for (int i = 0; i < 20; i++) {
            counter.post(Bodies.of("messages", Bodies.value(Bodies.text("wamid.one" + i, "x")))
                    .toString());
        }
        counter.post(batch(40));

        assertThat(counter.messages())
                .hasSize(60)
                .extracting(kept -> HexFormat.of().formatHex(kept.original().bytes(), 513, 525))
                .doesNotHaveDuplicates();
    }

    @Test
    void theBodyMayComeAsBase64() {
        byte[] body = Bodies.textBody("base64").getBytes(StandardCharsets.UTF_8);
        ObjectNode event = counter.signed(body);
        event.put("isBase64Encoded", true).put("body", Base64.getEncoder().encodeToString(body));

        assertThat(counter.ask(event).path("statusCode").asInt()).isEqualTo(200);
        assertThat(counter.messages()).hasSize(1);
    }
}
