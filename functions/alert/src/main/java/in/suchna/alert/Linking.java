package in.suchna.alert;

import in.suchna.duty.Alert;
import in.suchna.duty.Links;
import in.suchna.journal.Journal;
import in.suchna.surroundings.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes the tokens of the links in SMS. */
final class Linking {
    private final Secrets secrets;
    private final String name;
    private final Journal journal;

    /** @param name the parameter of the link secret */
    Linking(Secrets secrets, String name, Journal journal) {
        this.secrets = secrets;
        this.name = name;
        this.journal = journal;
    }

    /** The token for an alert; the tip's reference when the secret can't be had, for no SMS waits for its link. */
    String tokenOf(Alert alert) {
        try {
            return new Links(secrets.text(name).getBytes(StandardCharsets.UTF_8)).tokenOf(alert);
        } catch (RuntimeException e) {
            journal.trouble("no-link", e, Map.of("tip", alert.reference().text()));
            return alert.reference().text();
        }
    }

    /** Forgets the secret, so that none lies in a snapshot. */
    void forget() {
        secrets.forget();
    }
}
