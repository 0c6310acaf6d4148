package in.suchna.intake.conversation;

import java.util.List;

/** Something said to a citizen, in the shapes WhatsApp offers. */
public sealed interface Saying {

    /** Plain words, at most {@value #LONGEST_TEXT} characters. */
    record Text(String body) implements Saying {}

    /** Words with one to three buttons. */
    record Buttons(String body, List<Choice> choices) implements Saying {
        public Buttons {
            choices = List.copyOf(choices);
        }
    }

    /** Words with a button that opens up to ten rows. */
    record Rows(String body, String button, List<Choice> choices) implements Saying {
        public Rows {
            choices = List.copyOf(choices);
        }
    }

    /** Words with WhatsApp's own "send location" button. */
    record AskPlace(String body) implements Saying {}

    /** A ✔ on the message that was added. */
    record Tick() implements Saying {}

    /** One thing to tap. */
    record Choice(String id, String title) {}

    /** WhatsApp's limit for a text, in UTF-16 units, the stricter way to count. */
    int LONGEST_TEXT = 4096;

    /** WhatsApp's limit for words above buttons. */
    int LONGEST_BODY = 1024;

    /** WhatsApp's limit for a button's title. */
    int LONGEST_TITLE = 20;

    /** WhatsApp's limit for a row's title. */
    int LONGEST_ROW = 24;
}
