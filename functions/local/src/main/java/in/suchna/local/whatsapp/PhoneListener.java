package in.suchna.local.whatsapp;

/** Hears what happens on the phones. */
public interface PhoneListener {
    /** A message came, went or changed. */
    void bubble(Person person, Bubble bubble);

    /** The police are writing. */
    void typing(Person person);
}
