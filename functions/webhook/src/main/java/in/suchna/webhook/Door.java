package in.suchna.webhook;

import in.suchna.journal.Journal;
import in.suchna.journal.Signal;
import in.suchna.seal.Pepper;
import in.suchna.seal.Signature;
import in.suchna.surroundings.Secrets;
import in.suchna.surroundings.Settings;
import in.suchna.webhook.body.Body;
import in.suchna.webhook.keep.Keeping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets in who is WhatsApp: by the verify token once, by the signature each time. */
final class Door {
    // Meta sends a number; anything but a plain word is not echoed
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_.\\-]{1,200}");

    private final Settings settings;
    private final Secrets secrets;
    private final Keeping keeping;
    private final Journal journal;

    Door(Settings settings, Secrets secrets, Keeping keeping, Journal journal) {
        this.settings = settings;
        this.secrets = secrets;
        this.keeping = keeping;
        this.journal = journal;
    }

    /** The answer to a knock. Any exception means: not kept, or not known to be kept. */
    Answer open(Knock knock) {
        return switch (knock.method()) {
            case "GET" -> verify(knock);
            case "POST" -> receive(knock);
            default -> Answer.NOT_ALLOWED;
        };
    }

    private Answer verify(Knock knock) {
        byte[] token = secret("VERIFY_TOKEN").getBytes(StandardCharsets.UTF_8);
        byte[] told = knock.query("hub.verify_token").orElse("").getBytes(StandardCharsets.UTF_8);
        Optional<String> challenge =
                knock.query("hub.challenge").filter(c -> CHALLENGE.matcher(c).matches());
        boolean subscribing = knock.query("hub.mode").orElse("").equals("subscribe");
        return MessageDigest.isEqual(token, told) && subscribing && challenge.isPresent()
                ? new Answer(200, challenge.get())
                : Answer.NOT_KNOWN;
    }

    private Answer receive(Knock knock) {
        byte[] body = knock.body();
        if (!new Signature(secret("APP_SECRET")).isOf(body, knock.header(Signature.HEADER))) {
            journal.count(Signal.SIGNATURE_REFUSED, Map.of("bytes", body.length));
            return Answer.NOT_SIGNED;
        }
        keeping.keep(Body.read(body), Pepper.ofSecret(secret("PEPPER")));
        return Answer.KEPT;
    }

    private String secret(String setting) {
        return secrets.text(settings.text(setting));
    }
}
