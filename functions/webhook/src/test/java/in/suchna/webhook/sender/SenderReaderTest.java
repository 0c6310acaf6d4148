package in.suchna.webhook.sender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class SenderReaderTest {
    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The sender of the message at a place. */
    private static Sender sender(int at, String value) {
        JsonNode tree = json(value);
        return SenderReader.read(tree.path("messages").path(at), Contacts.of(tree));
    }

    @Test
    void theUserIdComesFirstAndTheNumberIsAnotherIdOfTheSamePerson() {
        Sender sender = sender(0, """
                {'contacts':[{'wa_id':'915555012345','user_id':'IN.11','parent_user_id':'IN.ENT.22'}],
                 'messages':[{'from':'915555012345','from_user_id':'IN.11'}]}""");

        assertThat(sender.stableId()).contains("IN.11");
        assertThat(sender.phone()).contains("915555012345");
        assertThat(sender.otherIds()).containsExactlyInAnyOrder("915555012345", "IN.ENT.22");
    }

    @Test
    void withoutUserIdTheNumberIsTheStableOne() {
        Sender sender = sender(0, "{'contacts':[{'wa_id':'915555012345'}],'messages':[{'from':'915555012345'}]}");

        assertThat(sender.stableId()).contains("915555012345");
        assertThat(sender.otherIds()).isEmpty();
    }

    @Test
    void theContactOfAnotherIsNotTaken() {
        String value = """
                {'contacts':[{'profile':{'name':'Other'},'wa_id':'915555099999','user_id':'IN.99'}],
                 'messages':[{'from':'915555012345'},{'from_user_id':'IN.77'},{}]}""";

        assertThat(sender(0, value).stableId()).contains("915555012345");
        assertThat(sender(1, value).stableId()).contains("IN.77");
        assertThat(sender(2, value).stableId()).isEmpty();
    }

    @Test
    void contactsInAnotherOrderAreFoundById() {
        String value = """
                {'contacts':[{'wa_id':'915555000002','user_id':'IN.2'},{'wa_id':'915555000001','user_id':'IN.1'}],
                 'messages':[{'from':'915555000001'},{'from':'915555000002'}]}""";

        assertThat(sender(0, value).stableId()).contains("IN.1");
        assertThat(sender(1, value).stableId()).contains("IN.2");
    }

    @Test
    void aSingleContactBesideASingleMessageIsItsSender() {
        Sender sender = sender(0, "{'contacts':[{'user_id':'IN.5','wa_id':'915555000005'}],'messages':[{}]}");

        assertThat(sender.stableId()).contains("IN.5");
        assertThat(sender.phone()).contains("915555000005");
    }

    @Test
    void evenASingleContactIsNotTakenWhenItsIdsSayItIsAnother() {
        assertThat(sender(0, "{'contacts':[{'user_id':'IN.5'}],'messages':[{'from_user_id':'IN.6'}]}")
                        .stableId())
                .contains("IN.6");
        assertThat(sender(0, "{'contacts':[{'wa_id':'915555000005'}],'messages':[{'from':'915555000006'}]}")
                        .otherIds())
                .isEmpty();
    }

    @Test
    void aStrayLetterBeforeAUserIdIsDropped() {
        Sender sender = sender(0, "{'contacts':[{'user_id':'uIN.5'}],'messages':[{'from_user_id':'IN.5'}]}");

        assertThat(sender.stableId()).contains("IN.5");
        assertThat(sender.otherIds()).isEmpty();
    }

    @Test
    void aUserIdInTheNumbersPlaceIsAUserId() {
        Sender sender = sender(0, "{'contacts':[{'wa_id':'IN.5'}],'messages':[{'from':'IN.5'}]}");

        assertThat(sender.userId()).contains("IN.5");
        assertThat(sender.phone()).isEmpty();
    }

    @Test
    void whatIsNoIdIsNobodysButIsStillHidden() {
        Sender sender = sender(0, "{'contacts':[{'user_id':'foo_bar'}],'messages':[{'from':'foo_bar'}]}");

        assertThat(sender.stableId()).isEmpty();
        assertThat(sender.traces()).contains("foo_bar");
    }

    @Test
    void whoChangedTheirNumberIsKnownByTheNewIdAndFoundByTheOld() {
        Sender sender = sender(0, """
                {'messages':[{'from':'915555000001','type':'system','system':{'type':'user_changed_number',
                 'wa_id':'915555000002','user_id':'IN.2','previous_user_id':'IN.1'}}]}""");

        assertThat(sender.stableId()).contains("IN.2");
        assertThat(sender.phone()).contains("915555000002");
        assertThat(sender.otherIds()).containsExactlyInAnyOrder("915555000002", "915555000001", "IN.1");
    }

    @Test
    void whoChangedTheirUserIdIsFoundByTheOld() {
        Sender sender =
                sender(0, "{'messages':[{'type':'system','system':{'user_id':'IN.2','previous_user_id':'IN.1'}}]}");

        assertThat(sender.stableId()).contains("IN.2");
        assertThat(sender.otherIds()).containsExactly("IN.1");
    }

    @Test
    void aSenderPrintsNothingOfThemselves() {
        assertThat(sender(0, "{'messages':[{'from':'915555000001'}]}").toString())
                .isEqualTo("Sender[sealed]");
    }
}
