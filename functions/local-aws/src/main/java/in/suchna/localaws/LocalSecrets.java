package in.suchna.localaws;

import in.suchna.localaws.secret.LocalSsm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The secrets of this machine. Three are fixed words, so that anyone can sign a body by hand; the pepper and the link secret are drawn. */
public final class LocalSecrets {

    /** With this, bodies for the local webhook are signed. */
    public static final String APP_SECRET = "local-app-secret";

    /** The word of the webhook's verification. */
    public static final String VERIFY_TOKEN = "local-verify-token";

    /** The token the local WhatsApp expects. */
    public static final String WHATSAPP_TOKEN = "local-whatsapp-token";

    private static final int DRAWN_BYTES = 32;

    private final Map<String, String> parameters;
    private final Optional<Path> folder;

    LocalSecrets(Map<String, String> parameters, Optional<Path> folder) {
        this.parameters = parameters;
        this.folder = folder;
    }

    void fill(LocalSsm ssm) {
        put(ssm, "AppSecretName", APP_SECRET);
        put(ssm, "VerifyTokenName", VERIFY_TOKEN);
        put(ssm, "WhatsAppTokenName", WHATSAPP_TOKEN);
        put(ssm, "PepperName", drawnOrKept("pepper"));
        put(ssm, "LinkSecretName", drawnOrKept("link-secret"));
    }

    private void put(LocalSsm ssm, String parameter, String value) {
        Optional.ofNullable(parameters.get(parameter)).ifPresent(name -> ssm.put(name, value));
    }

    private String drawnOrKept(String name) {
        return folder.map(f -> kept(f.resolve(name))).orElseGet(LocalSecrets::draw);
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, draw());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A secret can't be kept in " + file, e);
        }
    }

    private static String draw() {
        byte[] drawn = new byte[DRAWN_BYTES];
        new SecureRandom().nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
