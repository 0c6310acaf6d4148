package in.suchna.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.suchna.disclosure.Stage;
import in.suchna.reveal.Office.Asked;
import in.suchna.tip.Reference;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.KmsException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevealTest {
    private final Office office = new Office();

    @AfterAll
    void end() {
        office.close();
    }

    private Stage stageOf(Asked asked) {
        return office.disclosures.find(asked.id()).orElseThrow().stage();
    }

    @Test
    void whoAskedSeesTheNumberOnceAfterAnotherApproved() {
        Asked asked = office.ask(office.tip(false));
        assertThat(office.approver("", "")).contains(asked.tip().text(), "DSP Verma", "CJM 12/2026", "Order number");

        assertThat(office.approver("approve", asked.id())).contains("Approved.").doesNotContain(Office.NUMBER);
        String shown = office.show(asked.id(), asked.code());

        assertThat(Office.shown(shown)).contains("+" + Office.NUMBER);
        assertThat(office.timelineOf(asked.tip()))
                .containsExactly("reveal-requested", "reveal-approved", "reveal-shown");
    }

    @Test
    void aSecondLookIsRefusedAndRecorded() {
        Asked asked = office.ask(office.tip(false));
        office.approver("approve", asked.id());
        office.show(asked.id(), asked.code());

        String again = office.show(asked.id(), asked.code());
        assertThat(again).contains("It is shown once.").doesNotContain(Office.NUMBER);
        assertThat(office.timelineOf(asked.tip())).endsWith("reveal-denied");
        assertThat(office.disclosures.find(asked.id()).orElseThrow().box()).isEmpty();
    }

    @Test
    void withoutASecondPersonNothingIsShownAndTheAttemptIsRecorded() {
        Asked asked = office.ask(office.tip(false));

        assertThat(office.show(asked.id(), asked.code())).contains("nobody has approved it yet");
        assertThat(office.timelineOf(asked.tip())).containsExactly("reveal-requested", "reveal-denied");
        assertThat(office.everythingKept()).contains("RevealsRefused", "shown-at-requested");
    }

    @Test
    void afterTenMinutesNothingIsShown() {
        Asked asked = office.ask(office.tip(false));
        office.approver("approve", asked.id());
        office.pass(Duration.ofMinutes(10));

        assertThat(office.show(asked.id(), asked.code()))
                .contains("the ten minutes are over")
                .doesNotContain(Office.NUMBER);
    }

    @Test
    void aWrongCodeOpensNothingAndDestroysNothing() {
        Asked asked = office.ask(office.tip(false));
        Asked other = office.ask(office.tip(false));
        office.approver("approve", asked.id());

        assertThat(office.show(asked.id(), other.code())).contains("not the code of this request");
        assertThat(office.show(asked.id(), "ABC")).contains("not the code of this request");
        assertThat(Office.shown(office.show(asked.id(), asked.code().toLowerCase(java.util.Locale.ROOT))))
                .contains("+" + Office.NUMBER);
    }

    @Test
    void aBoxMovedToTheRequestOfAnotherTipDoesNotOpen() {
        Asked asked = office.ask(office.tip(false));
        office.approver("approve", asked.id());
        Asked other = office.ask(office.tip(false));
        String table = office.aws.table("Reveals");
        Map<String, AttributeValue> row = office.aws
                .dynamo()
                .getItem(b -> b.tableName(table).key(key(asked)))
                .item();
        Map<String, AttributeValue> forged = new java.util.HashMap<>(row);
        forged.put("id", AttributeValue.fromS(other.id()));
        forged.put("tip", AttributeValue.fromS(other.tip().text()));
        office.aws.dynamo().putItem(b -> b.tableName(table).item(forged));

        assertThat(office.show(other.id(), asked.code()))
                .contains("not the code")
                .doesNotContain(Office.NUMBER);
    }

    private static Map<String, AttributeValue> key(Asked asked) {
        return Map.of("id", AttributeValue.fromS(asked.id()));
    }

    @Test
    void whatWasDecidedIsDecided() {
        Asked refused = office.ask(office.tip(false));
        assertThat(office.approver("refuse", refused.id())).contains("Refused.");
        assertThat(office.approver("approve", refused.id())).contains("it was decided already");
        assertThat(office.show(refused.id(), refused.code())).contains("the approver refused it");

        Asked approved = office.ask(office.tip(false));
        office.approver("approve", approved.id());
        office.aws.calls().reset();
        assertThat(office.approver("approve", approved.id())).contains("it was decided already");
        assertThat(openings()).as("the seal is not opened once more").isZero();
        assertThat(stageOf(approved)).isEqualTo(Stage.APPROVED);
    }

    private long openings() {
        return office.aws.calls().of("RevealApprove").getOrDefault("kms:Decrypt", 0L);
    }

    @Test
    void whatWaitedADayIsNotApprovedAnyMore() {
        Asked asked = office.ask(office.tip(false));
        office.pass(Duration.ofHours(24));
        office.aws.calls().reset();

        assertThat(office.approver("approve", asked.id())).contains("waited longer than a day");
        assertThat(openings()).as("the seal is not even opened").isZero();
        assertThat(office.approver("", "")).doesNotContain(asked.id());
        assertThat(office.show(asked.id(), asked.code())).doesNotContain(Office.NUMBER);
    }

    @Test
    void nobodyCanOpenWhoAskedToBeForgotten() {
        Asked asked = office.ask(office.tip(true));
        assertThat(office.approver("approve", asked.id())).contains("asked to be forgotten");
        assertThat(stageOf(asked)).isEqualTo(Stage.REQUESTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RevealRequest", "Desk"})
    void theApprovalInTheHandsOfAnotherRoleOpensNothing(String role) {
        Asked asked = office.ask(office.tip(false));

        assertThat(office.approverAs(role, "approve", asked.id()))
                .contains("could not be shown")
                .doesNotContain(Office.NUMBER);
        assertThat(stageOf(asked)).isEqualTo(Stage.REQUESTED);
        assertThat(office.everythingKept()).contains("widget-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RevealRequest", "Desk", "Intake"})
    void onlyTheApprovalAndReplyMayUseTheSealsKey(String role) {
        KmsClient kms = office.aws.clientOf(role, KmsClient.class);
        String seal = Objects.requireNonNull(office.aws.template().keys().get("SealKey"));

        assertThatThrownBy(() -> kms.decrypt(b -> b.keyId(seal)
                        .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256)
                        .ciphertextBlob(SdkBytes.fromByteArray(new byte[512]))))
                .isInstanceOfSatisfying(
                        KmsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
    }

    @Test
    void whatIsIncompleteOrNamesNoTipAsksForNothing() {
        Reference tip = office.tip(false);

        assertThat(office.requester("request", "reveal-reference", tip.text(), "reveal-who", "DSP"))
                .contains("fill in every field");
        assertThat(office.requester("request", "reveal-reference", "0000000")).contains("there is no tip");
        assertThat(office.show("R0000000", "x")).contains("there is no such request");
        assertThat(office.approver("approve", "<b>")).contains("there is no such request");
        assertThat(office.timelineOf(tip)).isEmpty();
    }

    @Test
    void noTableAndNoLogEverHoldsTheNumberOrACode() {
        Asked asked = office.ask(office.tip(false));
        office.approver("approve", asked.id());
        office.show(asked.id(), asked.code());

        assertThat(office.everythingKept())
                .contains("reveal-shown")
                .doesNotContain(Office.NUMBER, asked.code(), asked.code().replace(" ", ""));
    }
}
