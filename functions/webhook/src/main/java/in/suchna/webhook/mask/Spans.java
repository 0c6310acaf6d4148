package in.suchna.webhook.mask;

import java.util.BitSet;

/** The places of a text that must not be read. Found in the text as it came, so that no mask hides another's find. */
final class Spans {
    private final String text;
    private final BitSet hidden = new BitSet();

    Spans(String text) {
        this.text = text;
    }

    void hide(int start, int end) {
        hidden.set(start, end);
    }

    /** The text with one block for each hidden place. */
    String masked() {
        if (hidden.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int at = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(at)) {
            masked.append(text, at, start).append(Mask.BLOCK);
            at = hidden.nextClearBit(start);
        }
        return masked.append(text, Math.min(at, text.length()), text.length()).toString();
    }
}
