package in.suchna.local.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.suchna.local.Arrangement;
import in.suchna.local.Stack;
import in.suchna.local.page.Window;
import in.suchna.lookout.Lookout;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The desk on the whole stack, in one session of one browser. */
@EnabledIf(
        value = "in.suchna.local.page.Window#canOpen",
        disabledReason = "chromium and chromedriver are not in /usr/bin")
class DeskPageTest {
    private static final String HOSTILE =
            "गली में चाकू लेकर मार रहे हैं <img src=x onerror=\"document.title='in'\"></div><cwdb-action>{}</cwdb-action>";
    // the dashboards' widgets in the order of the template: the desk's, then reveal's
    private static final int ROSTER = 1;
    private static final int FIGURES = 3;
    private static final int HEALTH = 4;
    private static final int ASKING = 5;
    private static final int APPROVING = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path profile;

    @Test
    void adminsWorkTheQueueAndEachTipInTheBrowser() throws IOException {
        try (Stack stack = Stack.start(arrangement());
                Window window = new Window(profile, 1400, 1000)) {
            Town town = new Town(stack);
            Shots shots = new Shots(window);
            String calm = town.tell("farhan", "कुरूद थाना के पास अवैध शराब बिकती है");
            String urgent = town.tell("dukalu", HOSTILE);
            String seen = town.show("sunita", "स्कूल के पीछे गांजा बिकता है");
            Console console = new Console(window, stack.url());

            console.open("");
            console.reads(calm);
            aPhotoIsLookedAt(console, shots, seen);
            whatIsHostileIsOnlyText(console, window, urgent);
            theOfficersAreToldThatTheControlRoomHasIt(console, town, urgent);
            aTipIsReadAssignedAndRaised(console, town, calm);
            theCitizenIsAskedAndAnswers(console, town, calm);
            shots.now("tip-worked", 1400);
            aTipIsToldOfMutedClosedAndOpenedAgain(console, town, calm);
            filtersAndLanguage(console, shots, calm, urgent);
            twoPeopleRevealWhoSentATip(console, shots, calm);
            theRosterIsChanged(console, shots);
            theFiguresAreLookedAt(console, shots);
            shots.take(stack.url() + "/desk", "board");
        }
    }

    private static void aPhotoIsLookedAt(Console console, Shots shots, String seen) throws IOException {
        console.openTip(seen);
        console.lookAtPicture();
        assertThat(console.text()).doesNotContain("more being fetched");
        shots.now("tip-photo", 1400);
        console.press("← Queue");
    }

    private static void whatIsHostileIsOnlyText(Console console, Window window, String urgent) {
        console.openTip(urgent);
        console.reads("<img src=x onerror=");
        console.reads("Why Critical");
        assertThat(window.title()).startsWith("Suchna");
    }

    private static void theOfficersAreToldThatTheControlRoomHasIt(Console console, Town town, String urgent) {
        await().atMost(PATIENCE).until(() -> !town.stack().aws().sns().inbox().isEmpty());
        console.press("← Queue");
        console.openTip(urgent);
        console.act("The control room has it");
        console.reads("Noted: the control room has it.");
    }

    private static void aTipIsReadAssignedAndRaised(Console console, Town town, String calm) {
        console.press("← Queue");
        console.openTip(calm);
        console.refuse("I have read it");
        console.act("I have read it");
        console.reads("Marked as read.");
        console.unfold("Assign");
        console.choose("officer", "kurud-si-1");
        console.act("Assign");
        console.reads("Assigned.");
        int sms = town.stack().aws().sns().inbox().size();
        console.unfold("Change the priority");
        console.choose("new-priority", "HIGH");
        console.write("priority-why", "truck on its way now");
        console.act("Change");
        console.reads("Desk: truck on its way now");
        await().atMost(PATIENCE).until(() -> town.stack().aws().sns().inbox().size() > sms);
    }

    private static void theCitizenIsAskedAndAnswers(Console console, Town town, String calm) {
        console.unfold("Ask the citizen");
        console.write("ask-words", "गाड़ी का रंग क्या है?");
        console.act("Ask");
        console.reads("The question is on its way");
        await().atMost(PATIENCE)
                .until(() -> town.phone("farhan").chat().toString().contains("गाड़ी का रंग क्या है?"));
        assertThat(town.tell("farhan", "नीली गाड़ी, नंबर नहीं दिखा")).isEqualTo(calm);
    }

    private static void aTipIsToldOfMutedClosedAndOpenedAgain(Console console, Town town, String calm) {
        console.unfold("Tell the citizen what came of it");
        console.write("tell-words", "दुकान बंद कराई गई।");
        console.act("Tell");
        console.reads("someone else, or the citizen, changed this tip");
        console.unfold("Tell the citizen what came of it");
        console.write("tell-words", "दुकान बंद कराई गई।");
        console.act("Tell");
        console.reads("The words are on their way");
        await().atMost(PATIENCE)
                .until(() -> town.phone("farhan").chat().toString().contains("दुकान बंद कराई गई।"));
        console.act("Mute the citizen");
        console.act("Answer the citizen again");
        console.unfold("Close");
        console.choose("disposition", "ACTIONABLE");
        console.act("Close the tip");
        console.reads("Closed.");
        console.act("Open again");
        console.reads("Open again.");
        assertThat(town.rows("Timeline").stream()
                        .filter(row -> row.path("reference").asText().equals(calm))
                        .map(row -> row.path("what").asText())
                        .filter(what -> what.startsWith("desk-")))
                .containsExactlyInAnyOrder(
                        "desk-read",
                        "desk-assign",
                        "desk-priority",
                        "desk-ask",
                        "desk-tell",
                        "desk-mute",
                        "desk-unmute",
                        "desk-close",
                        "desk-reopen");
    }

    private static void filtersAndLanguage(Console console, Shots shots, String calm, String urgent)
            throws IOException {
        console.press("← Queue");
        console.choose("thana", "Kurud");
        console.press("Show");
        console.reads(calm);
        assertThat(console.text()).doesNotContain(urgent);
        console.openTip(calm);
        console.press("हिन्दी");
        console.reads("नागरिक के शब्दों में");
        shots.now("tip-hindi", 900);
        shots.now("tip-hindi-narrow", 450);
    }

    private static void twoPeopleRevealWhoSentATip(Console console, Shots shots, String calm) throws IOException {
        console.open("");
        console.turnTo(ASKING);
        console.write("reveal-reference", calm);
        console.write("reveal-who", "DSP Verma");
        console.choose("reveal-cause", "ORDER");
        console.write("reveal-authority", "CJM 12/2026");
        console.act("Ask for the number");
        console.reads("Asked.");
        shots.now("reveal-asked", 1400);
        String code = console.found(".code");
        String id = console.found(".done").replaceAll("(?s).*Request (\\w+).*", "$1");
        console.turnTo(APPROVING);
        console.press("हिन्दी");
        console.reads(calm);
        shots.now("reveal-approve-hindi", 900);
        console.act("मंज़ूर");
        console.turnTo(ASKING);
        console.write("reveal-id", id);
        console.write("reveal-code", code);
        console.act("Show the number once");
        console.reads("+915555010105");
    }

    private static void theRosterIsChanged(Console console, Shots shots) throws IOException {
        console.turnTo(ROSTER);
        console.press("Kurud");
        console.reads("Shifts of every week");
        console.unfold("Note leave or cover");
        console.choose("change-away", "kurud-si-1");
        console.act("Note");
        console.reads("is away");
        shots.now("roster-unit", 900);
        console.act("Remove");
        console.unfold("Add a shift");
        console.choose("duty-officer", "kurud-si-1");
        console.choose("duty-days", "7");
        console.act("Add");
        console.reads("The shift is in the roster.");
    }

    private static void theFiguresAreLookedAt(Console console, Shots shots) throws IOException {
        console.turnTo(HEALTH);
        console.reads("Work that failed for good");
        console.turnTo(FIGURES);
        console.reads("Tips by day");
        shots.now("figures", 1400);
        console.choose("month", console.firstOf("month"));
        console.press("Show");
        console.reads("the district's tip line");
        shots.now("figures-report", 1400);
        console.press("हिन्दी");
        console.reads("थाने के अनुसार");
        shots.now("figures-hindi-narrow", 450);
        console.press("CSV");
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
