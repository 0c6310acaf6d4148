package in.suchna.intake.officer;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.intake.conversation.Incoming;
import in.suchna.tip.Reference;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {
    private static final Reference REF = Reference.draw(new Random(11));
    private final Orders orders = Orders.ofResources();

    private Order read(String text) {
        return orders.read(new Incoming.Words(text.replace("REF", REF.text()), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACK REF | has",
                "ack REF. | has",
                "REF ack | has",
                "Ok sir REF | has",
                "REF मिल गया | has",
                "मिल गया REF | has",
                "REF coming | goes",
                "ACK REF coming | goes",
                "on my way REF | goes",
                "COMING REF | goes",
                "REF: मैं जा रही हूँ | goes",
                "omw, REF! | goes",
                "REF kya hai | asks",
                "REF kya hai? | asks",
                "REF | asks",
                "REF ? | asks",
                "क्या है REF | asks",
                "REF done | did",
                "REF done 2 log pakde, thane laye | did 2 log pakde, thane laye",
                "done REF: दो को पकड़ा | did दो को पकड़ा",
                "REF हो गया | did",
                "ACK | no reference",
                "ack 7K3QM9X | no reference",
                "on my way | no reference",
                "done | no reference",
                "kya hai | no reference",
                "tip Bazar me jua chal raha hai | tip Bazar me jua chal raha hai",
                "Tip: REF wala aadmi phir aaya | tip REF wala aadmi phir aaya",
                "सूचना गली में शराब बिक रही | tip गली में शराब बिक रही",
                "tip mitao | tip mitao",
                "tip | ?",
                "tipper gaadi pakdi | ?",
                "Jai Hind | ?",
                "bazar me chaku maar diya | ?",
                "acknowledgements are fine | ?",
                "REF wala bhag gaya | ?",
            })
    void anOfficersWordsAreAnOrder(String text, String meaning) {
        assertThat(inWords(read(text))).isEqualTo(meaning.replace("REF", REF.text()));
    }

    private static String inWords(Order order) {
        return switch (order) {
            case Order.Acknowledge(Reference reference, boolean onMyWay) -> of(reference, onMyWay ? "goes" : "has");
            case Order.Ask(Reference reference) -> of(reference, "asks");
            case Order.Done(Reference reference, String report) -> of(reference, ("did " + report).strip());
            case Order.OwnTip(String words) -> "tip " + words;
            case Order.ReferenceMissing _ -> "no reference";
            case Order.GoOn _ -> "goes on";
            case Order.Nothing _ -> "nothing";
            case Order.NotUnderstood _ -> "?";
        };
    }

    private static String of(Reference reference, String meaning) {
        return reference.equals(REF) ? meaning : "another tip's";
    }

    @Test
    void theTemplatesButtonsAcknowledge() {
        assertThat(orders.read(new Incoming.Tap("COMING " + REF, "मैं जा रहा/रही हूँ")))
                .isEqualTo(new Order.Acknowledge(REF, true));
        assertThat(orders.read(new Incoming.Tap("ACK " + REF, "मिल गया"))).isEqualTo(new Order.Acknowledge(REF, false));
        assertThat(orders.read(new Incoming.Tap("मिल गया", "मिल गया"))).isEqualTo(new Order.ReferenceMissing());
    }

    @Test
    void aTapInTheConversationOfTheirOwnTipGoesOnWithIt() {
        assertThat(orders.read(new Incoming.Tap("danger-yes", "🚨 हाँ, अभी"))).isEqualTo(new Order.GoOn());
    }

    @Test
    void aPhotoIsATipOnlyWhenItsCaptionSaysSo() {
        assertThat(orders.read(new Incoming.Media("image", Optional.empty(), false)))
                .isEqualTo(new Order.NotUnderstood());
        assertThat(orders.read(new Incoming.Media("image", Optional.of("tip yahan jua"), false)))
                .isEqualTo(new Order.OwnTip("yahan jua"));
        assertThat(orders.read(new Incoming.Reaction("👍"))).isEqualTo(new Order.Nothing());
    }
}
