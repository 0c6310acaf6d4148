package in.suchna.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.duty.District;
import in.suchna.duty.Links;
import in.suchna.localaws.LocalParameters;
import in.suchna.localaws.template.Template;
import in.suchna.tip.Priority;
import in.suchna.tip.Reference;
import in.suchna.tip.Thana;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmsTextTest {
    private static final Reference REFERENCE = Reference.draw(new Random(1));

    // as long as may be
    private static final String HOST = "tip.suchna.gov";
    private static final String TOKEN = "0aZ".repeat(5).substring(0, Links.LENGTH);

    private static String registered() {
        return Template.read(Path.of("../../template.yaml"), LocalParameters.with(Map.of()))
                .function("Alert")
                .environment()
                .getOrDefault("SMS_TEXT", "");
    }

    @Test
    void everyStationAndPriorityIsOneSegmentThatMatchesTheRegistration() {
        SmsText text = new SmsText(registered(), HOST);
        List<Optional<Thana>> thanas = new ArrayList<>(List.of(Optional.empty()));
        District.ofResources().stations().forEach(thana -> thanas.add(Optional.of(thana)));

        for (Optional<Thana> thana : thanas) {
            for (Priority priority : Priority.values()) {
                String sms = text.of(priority, REFERENCE, thana, 0, TOKEN);
                assertThat(Gsm7.septets(sms).orElse(Integer.MAX_VALUE)).isLessThanOrEqualTo(160);
                assertThat(text.isRegistered(sms)).as(sms).isTrue();
            }
        }
    }

    @Test
    void aThanaWhoseNameNoVariableTakesIsNotKnown() {
        SmsText text = new SmsText(registered(), HOST);
        for (String name : List.of("कुरुद", "Kurud-2", "St. Mary's")) {
            String sms = text.of(Priority.HIGH, REFERENCE, Optional.of(new Thana(name)), 0, TOKEN);
            assertThat(sms).contains("thana not known");
            assertThat(text.isRegistered(sms)).isTrue();
        }
    }

    @Test
    void whatWasNotRegisteredIsTold() {
        SmsText text = new SmsText("Tip {#reference#} at {#thana#}.", HOST);
        assertThat(text.isRegistered("Tip 7K3QM9T at Kurud.")).isTrue();
        assertThat(text.isRegistered("Tip 7K3QM9T at Kurud!")).isFalse();
        assertThat(text.isRegistered("Tip 7K3QM9T at Kurud. Call 112.")).isFalse();
        assertThat(text.isRegistered("Tip 7K3QM9T at " + "M".repeat(31) + ".")).isFalse();
    }

    @Test
    void aTextThatCantBeSentSaysWhatToMend() {
        assertThatThrownBy(() -> new SmsText("Tip {#reference#} – come", HOST)).hasMessageContaining("GSM-7");
        assertThatThrownBy(() -> new SmsText("Tip {#reference#} " + "x".repeat(150), HOST))
                .hasMessageContaining("160");
        assertThatThrownBy(() -> new SmsText("Tip {#reference#} {#name#}", HOST))
                .hasMessageContaining("{#name#}");
        assertThatThrownBy(() -> new SmsText("Tip of {#thana#}", HOST)).hasMessageContaining("{#reference#}");
        assertThatThrownBy(() -> new SmsText("Tip {#reference#} of {#thana", HOST))
                .hasMessageContaining("{#");
    }

    @Test
    void aLinkIsOneVariableAndNoOtherHostIsRegisteredByIt() {
        SmsText text = new SmsText("Tip {#reference#}: https://{#link#}", HOST);
        String sms = text.of(Priority.HIGH, REFERENCE, Optional.empty(), 0, TOKEN);
        assertThat(sms).endsWith(" https://" + HOST + "/a/" + TOKEN);
        assertThat((HOST + "/a/" + TOKEN)).hasSize(30);
        assertThat(text.isRegistered(sms)).isTrue();
        assertThat(text.isRegistered(sms + "?x=1")).isFalse();
        assertThatThrownBy(() -> new SmsText("Tip {#reference#} {#link#}", HOST + "x"))
                .hasMessageContaining("LinkHost of at most 14");
        assertThat(new SmsText("Tip {#reference#}", HOST + "x").hasLink()).isFalse();
    }

    @Test
    void charactersOfTheExtensionCountTwice() {
        assertThat(Gsm7.septets("abc")).hasValue(3);
        assertThat(Gsm7.septets("[a]€")).hasValue(7);
        assertThat(Gsm7.septets("@£_é")).hasValue(4);
        assertThat(Gsm7.septets("ल")).isEmpty();
        assertThat(Gsm7.septets("`")).isEmpty();
        int room = 160 - REFERENCE.text().length();
        assertThat(new SmsText("x".repeat(room) + "{#reference#}", HOST)).isNotNull();
        assertThatThrownBy(() -> new SmsText("x".repeat(room - 1) + "~{#reference#}", HOST))
                .hasMessageContaining("161");
    }
}
