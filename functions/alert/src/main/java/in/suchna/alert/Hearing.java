package in.suchna.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Alert;
import in.suchna.store.Alerts;
import in.suchna.store.Row;
import in.suchna.store.Timeline;
import in.suchna.store.Tips;
import in.suchna.tip.TimelineEntry;

/** Hears that an officer acknowledged, by whatever way, notes it on the tip's timeline and tells them what the tip is about. */
final class Hearing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tips tips;
    private final Timeline timeline;
    private final CallOut callOut;
    private final Messenger messenger;

    Hearing(Tips tips, Timeline timeline, CallOut callOut, Messenger messenger) {
        this.tips = tips;
        this.timeline = timeline;
        this.callOut = callOut;
        this.messenger = messenger;
    }

    /** @param row an alert as it now stands */
    void hear(Row row) {
        Alerts.wordOf(row).ifPresent(word -> acknowledged(Alerts.of(row), word));
    }

    private void acknowledged(Alert alert, Acknowledgement word) {
        timeline.appendNow(new TimelineEntry(
                alert.reference(),
                TimelineEntry.idOf(word.at(), "acknowledged " + word.officerId()),
                word.at(),
                "acknowledged",
                JSON.createObjectNode()
                        .put("officer", word.officerId())
                        .put("unit", word.unit().name())
                        .put("onMyWay", word.onMyWay())
                        .put("via", word.via().label())
                        .toString()));
        callOut.officer(alert.unit(), alert.officerId())
                .filter(officer -> officer.onWhatsApp())
                .ifPresent(officer ->
                        tips.find(alert.reference()).ifPresent(tip -> messenger.tell(alert, officer, word, tip)));
    }
}
