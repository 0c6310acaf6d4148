package in.suchna.webhook.body;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.message.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static List<Heard> read(String body) {
        return Body.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Heard> change(String change) {
        return read("{'entry':[{'id':'1','changes':[%s]}]}".formatted(change).replace('\'', '"'));
    }

    @Test
    void messagesUnderMessagesAreLive() {
        assertThat(change("{'field':'messages','value':{'messages':[{'id':'a'},{'id':'b'}]}}"))
                .hasSize(2)
                .allSatisfy(heard -> assertThat(((Heard.Message) heard).kind()).isEqualTo(Kind.LIVE));
    }

    @Test
    void messagesUnderStandbyAreKeptApart() {
        assertThat(change("{'field':'standby','value':{'messages':[{'id':'a'}]}}"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Heard.Message.class,
                        message -> assertThat(message.kind()).isEqualTo(Kind.STANDBY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field':'history','value':{'messages':[{'id':'a'}]}}",
                "{'field':'calls','value':{'statuses':[{'id':'a','status':'RINGING'}]}}",
                "{'field':'smb_message_echoes','value':{'message_echoes':[{'id':'a'}]}}",
                "{'field':'never_heard','value':7}",
                "{'field':'standby','value':{}}",
                "{'field':'messages','value':{'messaging_product':'whatsapp'}}",
                "{'field':['messages'],'value':{}}",
                "{'value':{'messages':[{'id':'a'}]}}",
                "{}"
            })
    void whatIsNoMessageToUsIsKeptUnheard(String change) {
        assertThat(change(change))
                .singleElement()
                .isInstanceOfSatisfying(
                        Heard.Change.class, heard -> assertThat(heard.kind()).isEqualTo(Kind.UNHEARD));
    }

    @Test
    void anErrorWithoutMessageIsAnEvent() {
        assertThat(change("{'field':'messages','value':{'errors':[{'code':130429}]}}"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Heard.Change.class, heard -> assertThat(heard.kind()).isEqualTo(Kind.EVENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "null",
                "{'field':'messages'}",
                "{'field':'messages','value':'text'}",
                "{'field':'messages','value':{'messages':{'id':'a'}}}",
                "{'field':'messages','value':{'messages':[7]}}",
                "{'field':'messages','value':{'messages':[{'id':' '}]}}",
                "{'field':'messages','value':{'messages':[{'id':{}}]}}",
                "{'field':'messages','value':{'statuses':[{'id':'a'}]}}",
                "{'field':'messages','value':{'messages':[],'statuses':'read'}}"
            })
    void whatCantBeWhatItStandsForIsBroken(String change) {
        assertThat(change(change)).singleElement().isInstanceOf(Heard.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "[]", "7", "{}", "{\"entry\":{}}", "{\"entry\":[]", "{\"entry\":[]} x", "\u0000"})
    void aBodyThatIsNoWebhooksIsUnreadable(String body) {
        assertThat(read(body)).singleElement().isInstanceOf(Heard.Unreadable.class);
    }

    @Test
    void aKeyThatStandsTwiceCostsNobodyTheirMessageAndNoByte() {
        assertThat(change("{'field':'messages','value':{'messages':[{'id':'a','x':1,'x':2},{'id':'b'}]}}"))
                .hasExactlyElementsOfTypes(Heard.Unreadable.class, Heard.Message.class, Heard.Message.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1e999100000000000002", "1e-2147483648"})
    void aNumberThatNoMachineHoldsMakesABodyUnreadableAndIsKeptAsItCame(String number) {
        byte[] body = ("{\"entry\":[" + number + "]}").getBytes(StandardCharsets.UTF_8);
        assertThat(Body.read(body))
                .singleElement()
                .isInstanceOfSatisfying(
                        Heard.Unreadable.class,
                        heard -> assertThat(heard.bytes()).isEqualTo(body));
    }

    @Test
    void whatStoodAroundAMessageIsSealedBesideIt() {
        Heard.Message heard = (Heard.Message) change(
                        "{'field':'messages','value':{'metadata':{'a':1},'errors':[2],'new':3,'contacts':[4],'messages':[{'id':'a'}]}}")
                .getFirst();

        assertThat(heard.around().sealable().toString().replace('"', '\''))
                .isEqualTo("{'field':'messages','entry':{'id':'1'},'value':{'metadata':{'a':1},'errors':[2],'new':3}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'event':'ACCOUNT_RESTRICTION'} | true",
                "{'event':'ACCOUNT_VIOLATION'} | true",
                "{'event':'DISABLED_UPDATE'} | true",
                "{'restriction_info':[{}]} | true",
                "{'event':'FLAGGED'} | true",
                "{'event':'paused'} | true",
                "{'previous_quality_score':'GREEN','new_quality_score':'YELLOW'} | true",
                "{'previous_quality_score':'UNKNOWN','new_quality_score':'RED'} | true",
                "{'previous_quality_score':'RED','new_quality_score':'YELLOW'} | false",
                "{'previous_quality_score':'UNKNOWN','new_quality_score':'YELLOW'} | false",
                "{'event':'UNFLAGGED'} | false",
                "{'event':'APPROVED'} | false",
                "{'event':7} | false",
                "7 | false"
            })
    void whatNeedsAPersonSoonIsTrouble(String value, boolean trouble) throws IOException {
        assertThat(AccountFields.isTrouble(
                        BodyJson.read(value.replace('\'', '"').getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(trouble);
    }

    @Test
    void aThousandThingsAreHeardInOrder() {
        StringBuilder messages = new StringBuilder("{\"id\":\"0\"}");
        for (int i = 1; i < 1000; i++) {
            messages.append(",{\"id\":\"").append(i).append("\"}");
        }
        List<Heard> heard = change("{'field':'messages','value':{'messages':[" + messages + "]}}");

        assertThat(heard)
                .extracting(h -> ((Heard.Message) h).message().path("id").asInt())
                .hasSize(1000)
                .isSorted();
    }
}
