package in.suchna.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.local.Arrangement;
import in.suchna.local.Stack;
import in.suchna.lookout.Lookout;
import in.suchna.store.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

@EnabledIf(
        value = "in.suchna.local.page.Browser#isInstalled",
        disabledReason = "chromium and chromedriver are not in /usr/bin")
class StackPageTest {
    private static final By ANSWER = By.cssSelector(".message.theirs");
    private static final By SMS = By.id("sms");
    private static final By CHAT = By.id("chat");

    @TempDir
    Path profile;

    @Test
    void aTipTypedOnThePageIsAnsweredAndAnUrgentOneBecomesAnSmsThatAnOfficerAcknowledges() throws IOException {
        try (Stack stack = Stack.start(arrangement());
                Browser browser = new Browser(profile, 1280, 860)) {
            browser.open(stack.url());
            browser.tap(By.cssSelector("[data-person=farhan]"));
            browser.write("बस स्टैंड के पास अवैध शराब बिकती है");
            browser.seen(ANSWER);
            assertThat(stack.aws().sns().inbox()).isEmpty();
            browser.tap(By.cssSelector("[data-person=dukalu]"));
            browser.write("गली में चाकू लेकर मार रहे हैं");
            browser.seen(ANSWER);
            browser.reads(SMS, "SUCHNA CRITICAL tip");
            browser.reads(By.id("rows"), "CRITICAL");
            anOfficerOpensTheLinkAndOnlyThenPresses(stack, browser);
        }
    }

    @Test
    void anOfficersPhoneIsCalledBesideTheSmsAndItsButtonsAndWordsAcknowledge() throws IOException {
        try (Stack stack = Stack.start(arrangement());
                Browser browser = new Browser(profile, 1280, 900)) {
            browser.open(stack.url());
            browser.tap(By.cssSelector("[data-person=farhan]"));
            browser.write("kurud bus stand me talwar lekar maar rahe hai jaldi aao");
            browser.reads(SMS, "SUCHNA CRITICAL tip");
            browser.seen(By.cssSelector("#officer.has-news"));
            browser.tap(By.cssSelector("#sms .handset .to-phone"));
            browser.reads(CHAT, "CRITICAL tip");
            browser.picture(Path.of("target", "officer-called.png"));
            browser.tap(By.xpath("//*[@id='chat']//button[@class='tap'][contains(., 'On my way')]"));
            browser.reads(CHAT, "Nobody else is called");
            assertThat(climbs(stack)).isEqualTo("acknowledged");
            browser.reads(CHAT, "talwar lekar");

            String reference = stack.tables()
                    .newest("Tips", 1)
                    .getFirst()
                    .path("reference")
                    .asText();
            browser.write(reference + " done do log pakde gaye");
            browser.reads(CHAT, "Action noted");
            browser.reads(By.id("rows"), "ACTION_TAKEN");
            browser.picture(Path.of("target", "officer-done.png"));
        }
    }

    /** A tip's walk: first words, an answer, a tap on what it asks, a second message, and the word that asks after it. */
    private record Walk(String person, String tip, String kept, String tap, String more, String status, String waits) {
        boolean sendsAPlace() {
            return tap.equals(SEND_PLACE);
        }
    }

    private static final String SEND_PLACE = "Send location";

    private static List<Walk> walks() {
        return List.of(
                new Walk(
                        "farhan",
                        "दो लोग बस स्टैंड के पीछे अवैध शराब बेच रहे हैं",
                        "सूचना मिल गई",
                        "नहीं",
                        "रोज शाम को आते हैं",
                        "स्थिति",
                        "पुलिस के पास है"),
                new Walk(
                        "dukalu",
                        "हमर गांव के पारा म जुआ खेलत हें, रोज रात के",
                        "सूचना मिल गे",
                        SEND_PLACE,
                        "तरिया करा बइठथें",
                        "स्थिति",
                        "पुलिस करा हे"),
                new Walk(
                        "ramesh",
                        "gaon mein roz raat ko juaa chalta hai",
                        "suchna mil gayi",
                        SEND_PLACE,
                        "talab ke paas baithte hain",
                        "status",
                        "police ke paas hai"),
                new Walk(
                        "sunita",
                        "a man sells ganja behind the school every evening",
                        "has your tip",
                        "No",
                        "he comes on a red bike",
                        "status",
                        "is with the police"));
    }

    @Test
    void aTipWalksInEachLanguageFromTheFirstWordsToItsStatus() throws IOException {
        try (Stack stack = Stack.start(arrangement());
                Browser browser = new Browser(profile, 1280, 900)) {
            browser.open(stack.url());
            for (Walk walk : walks()) {
                browser.tap(By.cssSelector("[data-person=" + walk.person() + "]"));
                browser.write(walk.tip());
                browser.reads(CHAT, walk.kept());
                browser.tap(By.xpath("//*[@id='chat']//button[@class='tap'][contains(., '" + walk.tap() + "')]"));
                if (walk.sendsAPlace()) {
                    browser.tap(By.xpath("//*[@id='places']//button[contains(., 'Rudri')]"));
                    browser.reads(By.id("rows"), "Rudri");
                }
                browser.write(walk.more());
                browser.write(walk.status());
                browser.reads(CHAT, walk.waits());
                browser.picture(Path.of("target", "walk-" + walk.person() + ".png"));
            }
        }
    }

    private static void anOfficerOpensTheLinkAndOnlyThenPresses(Stack stack, Browser browser) {
        String link = browser.seen(By.cssSelector("#sms a[href^='/a/']")).getDomAttribute("href");
        browser.driver().get(stack.url() + link);
        browser.reads(By.tagName("main"), "अति गंभीर / CRITICAL");
        assertThat(browser.seen(By.cssSelector("input.coming")).getDomProperty("value"))
                .isEqualTo("मैं जा रहा/रही हूँ / On my way");
        assertThat(browser.seen(By.cssSelector("input.have")).getDomProperty("value"))
                .isEqualTo("मिल गया / Acknowledge");
        // the style came through the page's own policy
        assertThat(browser.seen(By.cssSelector("input.coming")).getCssValue("background-color"))
                .contains("11, 61, 102");
        assertThat(climbs(stack)).isEqualTo("climbing");
        browser.tap(By.cssSelector("input.coming"));
        browser.reads(By.tagName("main"), "Nobody else is called for this tip");
        browser.reads(By.tagName("main"), "अब किसी और को नहीं बुलाया जाएगा");
        assertThat(climbs(stack)).isEqualTo("acknowledged");
    }

    private static String climbs(Stack stack) {
        return stack
                .aws()
                .dynamo()
                .scanPaginator(scan -> scan.tableName(stack.aws().table("Alerts")))
                .items()
                .stream()
                .map(Row::new)
                .filter(row -> row.text("alert").startsWith("climb#"))
                .map(row -> row.text("state"))
                .collect(Collectors.joining(","));
    }

    private static Arrangement arrangement() throws IOException {
        PrintStream nowhere = Lookout.log(OutputStream.nullOutputStream());
        Path template = Path.of("../../template.yaml").toAbsolutePath().normalize();
        return new Arrangement(template, freePort(), Optional.empty(), true, Map.of(), Clock.systemUTC(), nowhere);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
