package in.suchna.intake.judge;

import java.util.Set;

/** Small numbers as words, in keys: ek, do, teen ... and Chhattisgarhi du, char, pandra. */
final class NumberWords {

    private static final Set<String> KEYS =
            Keys.of("ek do du tin cr car pnc panc cKe ce ch ci st at aT no ds gyarh gyara barh bara "
                    + "pndrh pndra bis tis calis clis pcas adDa aDa adha ader deD DeD Dai one two three "
                    + "four five ten few kuc TuD Todi");

    private NumberWords() {}

    static boolean isOne(String key) {
        return KEYS.contains(key);
    }
}
