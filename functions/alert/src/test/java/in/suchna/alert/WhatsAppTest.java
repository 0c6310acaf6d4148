package in.suchna.alert;

import static in.suchna.alert.Night.KURUD;
import static in.suchna.alert.Night.OF_CONTROL_ROOM;
import static in.suchna.alert.Night.OF_KURUD;
import static in.suchna.alert.Night.always;
import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.duty.Channel;
import in.suchna.duty.Officer;
import in.suchna.duty.Unit;
import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Fault;
import in.suchna.localaws.policy.Refusals;
import in.suchna.outbox.Outgoing;
import in.suchna.tip.Priority;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatsAppTest {
    private static final Officer ON_WHATSAPP = new Officer(OF_KURUD.id(), OF_KURUD.name(), OF_KURUD.number(), true);
    private final Night night = Night.shared();

    @BeforeEach
    void begin() {
        night.begin();
        night.roster()
                .replaceBy(List.of(always(Unit.of(KURUD), ON_WHATSAPP), always(Unit.CONTROL_ROOM, OF_CONTROL_ROOM)));
    }

    @Test
    void whoIsOnWhatsAppIsCalledThereTooOnceWithTwoButtons() {
        Tip tip = night.tip(Priority.CRITICAL);
        night.tell(tip);
        night.tell(tip);

        assertThat(night.numbers()).containsExactlyInAnyOrder(OF_KURUD.number(), OF_CONTROL_ROOM.number());
        assertThat(night.outbox()).singleElement().satisfies(row -> {
            assertThat(row.windowUntil()).isEqualTo(Instant.EPOCH);
            assertThat(row.template().orElse(""))
                    .contains(
                            "officer_alert", "CRITICAL", "Kurud", "COMING " + tip.reference(), "ACK " + tip.reference())
                    .doesNotContain("chaku");
            // a dot would make one conversation of all
            assertThat(row.id()).doesNotContain(".");
        });
    }

    @Test
    void whatsAppIsToldWhateverBecameOfTheSms() {
        night.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().equals("sns:Publish")) {
                    throw Refusals.throttled(call);
                }
            }
        });
        night.tell(night.tip(Priority.HIGH));
        assertThat(night.sms()).isEmpty();
        assertThat(night.outbox()).hasSize(1);
    }

    @Test
    void whenWhatsAppOrTheSealIsDownTheSmsGoesAndTheLadderClimbsOn() {
        night.aws.calls().failBy(new Fault() {
            @Override
            public void before(Call call) {
                if (call.operation().startsWith("kms:")
                        || call.accesses().stream()
                                .anyMatch(access -> access.resource().contains("Outbox"))) {
                    throw Fault.timeout();
                }
            }
        });
        Tip tip = night.tip(Priority.HIGH);
        night.tell(tip);
        assertThat(night.numbers()).containsExactly(OF_KURUD.number());
        assertThat(night.outbox()).isEmpty();
        assertThat(night.journal()).contains("whatsapp-failed", "\"RecordsFailed\":1", "\"unit\":\"Kurud\"");
        assertThat(night.climbs().find(tip.reference(), 0))
                .hasValueSatisfying(climb -> assertThat(climb.nextRung()).isEqualTo(1));
    }

    @Test
    void whoAcknowledgesIsToldWhatTheTipIsAboutAndTheTimelineKnows() {
        Tip tip = night.keep(night.tip(Priority.HIGH));
        night.tell(tip);
        night.acknowledgements()
                .acknowledge(tip.reference(), OF_KURUD.id(), true, night.clock.instant(), Channel.WHATSAPP);
        night.tellAcknowledged(tip);
        night.tellAcknowledged(tip);

        assertThat(night.outbox())
                .filteredOn(row -> row.id().contains("details"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.payload()).contains("chaku le kar");
                    assertThat(row.template().orElse("")).contains("officer_tip", "chaku le kar");
                    assertThat(row.payload()).doesNotContain(tip.citizen().text());
                    assertThat(row.windowUntil())
                            .isEqualTo(night.clock.instant().plus(Duration.ofHours(24)));
                });
        assertThat(night.timelineOf(tip))
                .singleElement()
                .satisfies(entry -> assertThat(entry.content()).contains(OF_KURUD.id(), "whatsapp"));
    }

    @Test
    void whoAcknowledgedByTheLinkGetsTheTemplateForNoWindowIsKnown() {
        Tip tip = night.keep(night.tip(Priority.HIGH));
        night.tell(tip);
        night.acknowledgements()
                .acknowledge(tip.reference(), OF_KURUD.id(), false, night.clock.instant(), Channel.LINK);
        night.tellAcknowledged(tip);
        assertThat(night.outbox())
                .filteredOn(row -> row.id().contains("details"))
                .extracting(Outgoing::windowUntil)
                .containsExactly(Instant.EPOCH);
    }

    @Test
    void whoIsNotOnWhatsAppIsToldNothingThere() {
        Tip tip = night.keep(night.tip(Priority.CRITICAL));
        night.tell(tip);
        night.acknowledgements()
                .acknowledge(tip.reference(), OF_CONTROL_ROOM.id(), true, night.clock.instant(), Channel.LINK);
        night.tellAcknowledged(tip);
        assertThat(night.outbox()).noneMatch(row -> row.id().contains("details"));
        assertThat(night.timelineOf(tip)).hasSize(1);
    }
}
