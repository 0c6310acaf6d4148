package in.suchna.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

@EnabledIf(
        value = "in.suchna.local.page.Browser#isInstalled",
        disabledReason = "chromium and chromedriver are not in /usr/bin")
class PageTest {
    private static final By CHAT = By.id("chat");

    @TempDir
    Path profile;

    @Test
    void aTypedTipIsAnsweredAndAnUrgentOneAlsoReachesTheOfficers() {
        try (StubTown town = new StubTown(0);
                Browser browser = new Browser(profile, 1280, 860)) {
            browser.open(town.url());
            browser.write("बस स्टैंड के पास अवैध शराब बिक रही है");
            browser.reads(CHAT, "7K3QM9T");
            browser.reads(By.id("sms"), "No SMS yet");
            browser.write("गली में चाकू लेकर मार रहे हैं");
            browser.reads(By.id("sms"), "SUCHNA CRITICAL tip 7K3QM9T");
            browser.reads(By.id("rows"), "CRITICAL");
        }
    }

    @Test
    void aButtonOfAnAnswerIsTappedAndSaidByTheCitizen() {
        try (StubTown town = new StubTown(0);
                Browser browser = new Browser(profile, 1280, 860)) {
            browser.open(town.url());
            browser.write("नमस्ते");
            browser.tap(By.xpath("//button[text()='हाँ, अभी']"));
            browser.reads(By.cssSelector(".message.mine:last-of-type, .message.mine ~ .message.mine"), "हाँ, अभी");
        }
    }

    @Test
    void aPhotoAPlaceAndAVoiceNoteGoOutFromAPhoneWithoutANumber() {
        try (StubTown town = new StubTown(0);
                Browser browser = new Browser(profile, 1280, 860)) {
            browser.open(town.url());
            browser.tap(By.cssSelector("[data-person=dukalu]"));
            browser.tap(By.id("attach"));
            browser.tap(By.cssSelector("[data-attach=sample]"));
            browser.seen(By.cssSelector(".mine img.picture"));
            browser.tap(By.id("attach"));
            browser.tap(By.cssSelector("[data-attach=location]"));
            browser.tap(By.xpath("//button[span='Kurud']"));
            browser.reads(CHAT, "20.8307, 81.7221");
            browser.tap(By.id("voice"));
            browser.reads(CHAT, "Voice note");
            browser.reads(CHAT, "7K3QM9T");
        }
    }

    @Test
    void whatIsWrittenIsShownAsTextAndNeverRuns() {
        try (StubTown town = new StubTown(0);
                Browser browser = new Browser(profile, 1280, 860)) {
            browser.open(town.url());
            browser.write("<img src=x onerror=\"document.title='broken in'\">");
            browser.reads(CHAT, "<img src=x onerror=");
            browser.reads(By.id("rows"), "<img src=x onerror=");
            assertThat(browser.driver().getTitle()).contains("सूचना");
        }
    }

    @Test
    void nothingOverflowsANarrowPhone() {
        try (StubTown town = new StubTown(0);
                Browser browser = new Browser(profile, 500, 740)) {
            browser.driver()
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            java.util.Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", true));
            browser.open(town.url());
            browser.write("गली में चाकू लेकर मार रहे हैं");
            browser.reads(CHAT, "7K3QM9T");
            for (String view : List.of("phone", "sms", "tables")) {
                browser.tap(By.cssSelector(".views [data-view=" + view + "]"));
                Object wide = browser.driver()
                        .executeScript(
                                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertThat(wide).as(view).isEqualTo(0L);
            }
        }
    }
}
