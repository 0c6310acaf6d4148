package in.suchna.local.desk;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.local.Arrangement;
import in.suchna.local.Stack;
import in.suchna.local.page.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The desk on the whole stack, in one session of one browser. */
@EnabledIf(
        value = "in.suchna.local.page.Window#canOpen",
        disabledReason = "chromium and chromedriver are not in /usr/bin")
class DeskPageTest {
    private static final By QUEUE = By.cssSelector("#widget-0 .content");

    @TempDir
    Path profile;

    @Test
    void anAdminFindsATipInTheQueueAndOpensIt() throws IOException {
        try (Stack stack = Stack.start(arrangement());
                Window browser = new Window(profile, 1400, 900)) {
            Town town = new Town(stack);
            town.tell("farhan", "बस स्टैंड के पास अवैध शराब बिकती है");
            String urgent =
                    town.tell("dukalu", "गली में चाकू लेकर मार रहे हैं <img src=x onerror=\"document.title='in'\">");

            browser.open(stack.url() + "/desk");
            browser.reads(QUEUE, urgent);
            browser.tap(By.xpath("//a[text()='" + urgent + "']"));
            browser.reads(QUEUE, "<img src=x onerror=");
            browser.reads(QUEUE, "Why Critical");
            assertThat(browser.title()).startsWith("Suchna");
            browser.tap(By.cssSelector("#widget-0 .other-language"));
            browser.reads(QUEUE, "अति गंभीर क्यों");
            new Shots(browser).now("tip-hi", 900);
            new Shots(browser).take(stack.url() + "/desk");
        }
    }

    private static Arrangement arrangement() throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Path template = Path.of("../../template.yaml").toAbsolutePath().normalize();
        return new Arrangement(template, freePort(), Optional.empty(), true, Map.of(), Clock.systemUTC(), nowhere);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
