package in.suchna.webhook.mask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.seal.Pepper;
import in.suchna.webhook.Bodies;
import in.suchna.webhook.sender.Contacts;
import in.suchna.webhook.sender.SenderReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClearCopyTest {
    private final Pepper pepper =
            new Pepper("a pepper of at least 32 bytes, invented".getBytes(StandardCharsets.UTF_8));

    private ObjectNode copy(ObjectNode message) {
        Contacts contacts = Contacts.of(Bodies.value(message));
        return new ClearCopy(new Mask(SenderReader.read(message, contacts)), pepper, 1000).of(message);
    }

    private static ObjectNode message(String type) {
        ObjectNode message = Bodies.text("x").put("type", type);
        message.remove("text");
        return message;
    }

    @Test
    void idsOfPeopleAreLeftOutAtAnyDepth() {
        ObjectNode message = message("text");
        message.putObject("context")
                .put("from", Bodies.PHONE)
                .put("id", "wamid.x")
                .put("forwarded", true);
        message.putObject("text").put("body", "x").putObject("profile").put("name", "y");
        message.put("group_id", "g");

        ObjectNode copy = copy(message);
        assertThat(copy.findValue("from")).isNull();
        assertThat(copy.findValue("from_user_id")).isNull();
        assertThat(copy.findValue("profile")).isNull();
        assertThat(copy.has("group_id")).isFalse();
        assertThat(copy.has("id")).isFalse();
        assertThat(copy.path("context").path("forwarded").asBoolean()).isTrue();
    }

    @Test
    void aReferenceToAnotherMessageCanBeMatchedWithThatMessagesSelf() {
        ObjectNode first = message("text").put("id", "wamid.first");
        ObjectNode reply = message("text");
        reply.putObject("context").put("id", "wamid.first");
        ObjectNode reaction = message("reaction");
        reaction.putObject("reaction").put("message_id", "wamid.first").put("emoji", "👍");
        ObjectNode edit = message("edit");
        edit.putObject("edit").put("original_message_id", "wamid.first");
        ObjectNode revoke = message("revoke");
        revoke.putObject("revoke").put("original_message_id", "wamid.first");

        String self = copy(first).path("self").asText();
        assertThat(self).isEqualTo(pepper.wamid("wamid.first"));
        assertThat(copy(reply).path("context").path("id").asText()).isEqualTo(self);
        assertThat(copy(reaction).path("reaction").path("message_id").asText()).isEqualTo(self);
        assertThat(copy(edit).path("edit").path("original_message_id").asText()).isEqualTo(self);
        assertThat(copy(revoke).path("revoke").path("original_message_id").asText())
                .isEqualTo(self);
    }

    @Test
    void aForwardedCardKeepsOthersAndHidesTheSender() {
        ObjectNode message = message("contacts");
        message.putArray("contacts").addObject().putArray("phones").addObject().put("wa_id", "915555998765");
        message.withArray("contacts")
                .addObject()
                .put("vcard", "FN:" + Bodies.NAME + "\nTEL;waid=" + Bodies.PHONE + ":+91 55550 12345");

        ObjectNode copy = copy(message);
        assertThat(copy.path("contacts")
                        .path(0)
                        .path("phones")
                        .path(0)
                        .path("wa_id")
                        .asText())
                .isEqualTo("915555998765");
        assertThat(copy.path("contacts").path(1).path("vcard").asText()).isEqualTo("FN:█\nTEL;waid=█:█");
    }

    @Test
    void whatAMediaMessageIsFetchedByStays() {
        ObjectNode message = message("image");
        message.putObject("image")
                .put("id", "900001")
                .put("mime_type", "image/jpeg")
                .put("sha256", "ciJuSxU7RLnn=")
                .put("url", "https://lookaside.fbsbx.com/x?mid=900001")
                .put("caption", "by " + Bodies.NAME);

        ObjectNode expected = message.path("image").deepCopy();
        assertThat(copy(message).path("image")).isEqualTo(expected.put("caption", "by █"));
    }

    @Test
    void theWordsOfANoticeAreLeftOut() {
        ObjectNode message = message("system");
        message.putObject("system")
                .put("type", "user_changed_number")
                .put("body", "Somebody changed")
                .put("wa_id", "1");

        assertThat(copy(message).path("system").toString()).isEqualTo("{\"type\":\"user_changed_number\"}");
    }

    @Test
    void aSendersNumberThatIsANumberIsHidden() {
        ObjectNode message = message("text");
        message.putObject("text").put("phone", 915555012345L).put("count", 12);

        assertThat(copy(message).path("text").toString()).isEqualTo("{\"phone\":\"█\",\"count\":12}");
    }
}
