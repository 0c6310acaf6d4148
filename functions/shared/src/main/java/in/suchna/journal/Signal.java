package in.suchna.journal;

/** What a function counts. Each is a CloudWatch metric of the namespace {@code Suchna}, and most have an alarm in template.yaml. */
public enum Signal {
    /** A message, receipt or event was kept. */
    KEPT("MessagesKept"),
    /** A body that was rightly signed could not be read; it is kept sealed. */
    UNREADABLE("UnreadableKept"),
    /** A body whose signature is wrong or missing. */
    SIGNATURE_REFUSED("SignaturesRefused"),
    /** The webhook answered 500, for what it was told could not be kept. */
    WEBHOOK_FAILED("WebhooksFailed"),
    /** The page behind an officer's link could not be shown. */
    PAGE_FAILED("PagesFailed"),
    /** WhatsApp restricted the account, lowered its quality or paused a template. */
    ACCOUNT_TROUBLE("AccountTrouble"),
    /** Somebody asked for, approved, refused or saw who sent a tip. */
    REVEAL("Reveals"),
    /** Somebody tried to see who sent a tip without what it takes. */
    REVEAL_REFUSED("RevealsRefused"),
    /** A tip was taken down. */
    TIP("Tips"),
    /** A record failed and will be tried again by the stream. */
    RECORD_FAILED("RecordsFailed"),
    /** An answer to a citizen could not be sent for good. */
    REPLY_FAILED("RepliesFailed"),
    /** A message that calls or answers an officer on WhatsApp could not be sent for good; the SMS goes its own way. */
    OFFICER_MESSAGE_FAILED("OfficerMessagesFailed"),
    /** WhatsApp refused us for a reason only an operator can mend: token, payment, policy. */
    OPERATOR_NEEDED("OperatorNeeded"),
    /** A receipt that names nothing we sent. */
    RECEIPT_UNMATCHED("ReceiptsUnmatched"),
    /** A file a citizen sent is in the evidence bucket. */
    EVIDENCE_KEPT("EvidenceKept"),
    /** A file a citizen sent could not be had for good; the citizen and the tip's timeline were told. */
    EVIDENCE_LOST("EvidenceLost"),
    /** An entry of a timeline was changed or removed, which nobody may do. */
    TIMELINE_CHANGED("TimelinesChanged"),
    /** An SMS was taken by SNS. */
    ALERT_SENT("AlertsSent"),
    /** An SMS could not be sent for good. */
    ALERT_FAILED("AlertsFailed"),
    /** Nobody was on call for a unit; the control room was told instead. */
    NOBODY_ON_CALL("NobodyOnCall"),
    /** Hours to come with nobody on call for a unit were found, told once for each gap. */
    GAP_AHEAD("GapsAhead"),
    /** An hourly probe came through to the alerts; its absence is the trouble. */
    PROBE_ARRIVED("ProbesArrived"),
    /** An hourly probe was not taken by the webhook, or did not come through to the alerts in time. */
    PROBE_LOST("ProbesLost"),
    /** All rungs of a tip's ladder were used and nobody acknowledged. */
    LADDER_EXHAUSTED("LaddersExhausted"),
    /** An officer's word that they have a tip was taken. */
    ACKNOWLEDGED("Acknowledgements"),
    /** The sweep of the ladders ran; its absence is the trouble. */
    SWEPT("Sweeps"),
    /** Somebody opened a link that was never sent. */
    LINK_REFUSED("LinksRefused");

    private final String metric;

    Signal(String metric) {
        this.metric = metric;
    }

    /** The metric's name. */
    public String metric() {
        return metric;
    }
}
