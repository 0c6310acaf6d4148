package in.suchna.intake;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.citizen.Citizen;
import in.suchna.citizen.CitizenId;
import in.suchna.message.KeptMessage;
import in.suchna.outbox.Outgoing;
import in.suchna.tip.Priority;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void empty() {
        desk.empty();
    }

    @Test
    void aTextBecomesATipItsTimelineAndOneAnswer() {
        desk.hears(desk.message("m1", "a", "गांव में जुआ चल रहा है"));
        Tip tip = desk.onlyTip();
        assertThat(tip.text()).isEqualTo("गांव में जुआ चल रहा है");
        assertThat(desk.timelineOf(tip))
                .singleElement()
                .satisfies(e -> assertThat(e.what()).isEqualTo("message"));
        assertThat(desk.outbox()).singleElement().satisfies(o -> {
            assertThat(o.payload()).contains(tip.reference().text());
            assertThat(o.id()).isEqualTo("m1.0");
            assertThat(o.template()).isPresent();
        });
    }

    @Test
    void aMessageToldTwiceByTheStreamIsTakenOnce() {
        var message = desk.message("m1", "a", "बचाओ चाकू मार रहे हैं");
        desk.hears(message);
        desk.tells(message);
        assertThat(desk.onlyTip().parts()).isOne();
        assertThat(desk.outbox()).hasSize(1);
    }

    @Test
    void fourMessagesOfOneCitizenAtOnceAllJoinOneTip() throws Exception {
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            var told = List.of("एक आदमी", "घर के बाहर", "खड़ा है", "काली टोपी").stream()
                    .map(text -> desk.keeps(desk.message("m-" + text.hashCode(), "a", text)))
                    .map(message -> four.submit(() -> desk.tells(message)))
                    .toList();
            for (var one : told) {
                one.get();
            }
        }
        desk.retries();
        assertThat(desk.onlyTip().parts()).isEqualTo(4);
    }

    @Test
    void aGreetingIsAnsweredAndIsNoTip() {
        desk.hears(desk.message("m1", "a", "नमस्ते"));
        assertThat(desk.tips()).isEmpty();
        assertThat(desk.outbox()).hasSize(1);
    }

    @Test
    void aDangerTapRaisesTheTipAndCountsTheRaise() {
        desk.hears(desk.message("m1", "a", "पड़ोस में झगड़ा है"));
        desk.hears(desk.tap("m2", "a", "danger-yes", "हाँ, अभी"));
        Tip tip = desk.onlyTip();
        assertThat(tip.judgement().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(tip.raises()).isEqualTo(1);
        assertThat(tip.urgentSince()).isPresent();
    }

    @Test
    void aMessageWithoutASenderIsStillATip() {
        desk.hears(desk.withoutSender("m1", "यहाँ आग लगी है"));
        assertThat(desk.tips()).hasSize(1);
        assertThat(desk.outbox()).isEmpty();
    }

    @Test
    void aCitizenWhoHidesTheirNumberStaysTheSameCitizen() {
        desk.hears(desk.message("m1", "phone", "गांव में जुआ चल रहा है"));
        desk.hears(desk.alsoKnown("m2", "user", List.of("phone"), "अभी भी चल रहा है"));
        desk.hears(desk.message("m3", "user", "दस लोग हैं"));
        assertThat(desk.onlyTip().parts()).isEqualTo(3);
        Citizen citizen = desk.citizens().find(new CitizenId("user")).orElseThrow();
        assertThat(citizen.id()).isEqualTo(new CitizenId("phone"));
    }

    @Test
    void aPhotoWithoutWordsIsATipOfItsOwnAndAVoiceNoteJoinsIt() {
        desk.hears(desk.of("m1", "a", "image", "{\"image\":{\"id\":\"1\",\"mime_type\":\"image/jpeg\"}}"));
        desk.hears(desk.of("m2", "a", "audio", "{\"audio\":{\"id\":\"2\",\"voice\":true}}"));
        assertThat(desk.onlyTip().parts()).isEqualTo(2);
    }

    @Test
    void whateverCantBeReadIsAnsweredKindly() {
        desk.hears(desk.of("m1", "a", "text", "{\"text\":[]}"));
        desk.hears(desk.of("m2", "a", "order", "{}"));
        desk.hears(desk.of("m3", "a", "neverheardof", "{\"x\":1}"));
        assertThat(desk.outbox()).hasSize(3).extracting(Outgoing::payload).allMatch(p -> p.contains("112"));
    }

    @Test
    void aWriteThatFailsIsToldAgainAndNothingIsHalfDone() {
        desk.failsNext();
        var message = desk.message("m1", "a", "गांव में जुआ चल रहा है");
        assertThat(desk.hears(message)).contains("itemIdentifier");
        assertThat(desk.tips()).isEmpty();
        desk.tells(message);
        assertThat(desk.onlyTip().parts()).isOne();
        assertThat(desk.outbox()).hasSize(1);
    }

    @Test
    void nothingOfTheTextIsLogged() {
        desk.hears(desk.message("m1", "a", "गुप्त बात है 5555900001"));
        assertThat(desk.log()).isNotEmpty().doesNotContain("गुप्त").doesNotContain("5555900001");
    }

    @Test
    void whoIsForgottenLeavesTheTipAndNothingThatLeadsToThem() {
        desk.hears(desk.message("m1", "a", "गांव में जुआ चल रहा है"));
        desk.hears(desk.message("m2", "a", "मिटाओ"));
        desk.hears(desk.tap("m3", "a", "forget-yes", "हाँ, मिटाओ"));
        assertThat(desk.onlyTip().text()).contains("जुआ");
        assertThat(desk.sealedMessages()).isEmpty();
        assertThat(desk.citizens().find(new CitizenId("a")).orElseThrow().address())
                .isEmpty();
        assertThat(desk.outbox())
                .singleElement()
                .satisfies(o -> assertThat(o.id()).isEqualTo("m3.0"));
    }

    @Test
    void theHourlyProbeIsJudgedAndBecomesATipThatNobodySees() {
        KeptMessage probe = desk.of(
                "probe-1",
                "anybody",
                "suchna_probe",
                "{\"text\":{\"body\":\"kurud me chaku maar rahe hai jaldi aao\"}}");
        desk.hears(probe);
        desk.tells(probe);

        Tip tip = desk.onlyTip();
        assertThat(tip.isProbe()).isTrue();
        assertThat(tip.judgement().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(tip.judgement().thana()).map(Thana::name).contains("Kurud");
        assertThat(desk.queued()).isZero();
        assertThat(desk.outbox()).isEmpty();
        assertThat(desk.citizens().find(new CitizenId("anybody"))).isEmpty();
        assertThat(desk.timelineOf(tip)).isEmpty();
        assertThat(desk.log()).doesNotContain("\"Tips\"");

        desk.hears(desk.message("tip-1", "citizen", "kurud me chaku maar rahe hai jaldi aao"));
        assertThat(desk.queued()).isEqualTo(1);
    }
}
