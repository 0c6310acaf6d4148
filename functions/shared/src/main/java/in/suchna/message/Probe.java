package in.suchna.message;

/**
 * A message we send ourselves each hour, to see that messages become alerts. It is known by its type, which no citizen's
 * message can have: only WhatsApp and who holds the app secret can sign a body, and WhatsApp has no such type.
 */
public final class Probe {

    /** Its type; a function that does not know it takes it for something unheard of and wakes nobody. */
    public static final String TYPE = "suchna_probe";

    private Probe() {}

    /** Whether a kept message is one. */
    public static boolean isOne(KeptMessage message) {
        return message.type().equals(TYPE);
    }
}
