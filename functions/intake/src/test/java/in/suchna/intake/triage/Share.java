package in.suchna.intake.triage;

import java.util.Locale;

/** So many of so many, with its 95 % Wilson interval. */
public record Share(int hits, int all) {

    private static final double Z = 1.959964;

    /** The share itself, 1 where there was nothing to get wrong. */
    public double value() {
        return all == 0 ? 1 : (double) hits / all;
    }

    /** The lower end of the interval. */
    public double low() {
        return all == 0 ? 0 : centre() - margin();
    }

    /** The upper end of the interval. */
    public double high() {
        return all == 0 ? 1 : centre() + margin();
    }

    private double centre() {
        return (value() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double margin() {
        return Z * Math.sqrt(value() * (1 - value()) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
    }

    @Override
    public String toString() {
        return all == 0
                ? "   -   (none)"
                : String.format(Locale.ROOT, "%.3f  (%d/%d, 95 %% %.3f to %.3f)", value(), hits, all, low(), high());
    }
}
