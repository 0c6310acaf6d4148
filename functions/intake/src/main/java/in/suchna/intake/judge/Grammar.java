package in.suchna.intake.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the tenses of a text's verbs by their endings and helpers. */
final class Grammar {

    private static final Set<String> BE = Keys.of("he ho hu hn hv hs hav hven hvy");
    private static final Set<String> WAS = Keys.of("Ta Ti Te rhis rihis rhin rihin rehen rehv rhev rhen riha");
    private static final Set<String> STAYS = Keys.of("rha rhe rhi ra re ri");
    private static final Set<String> DONE =
            Keys.of("gya ge gyi dia di die lia li lie cuka cuke cuki dre dris pde pda pdi pre hua hui "
                    + "hue dale dla gis gin dis lis hoge hogya lge");
    private static final Set<String> NOT_HABIT =
            Keys.of("pta rsta rste beti ptti pti citTi jyada mata nata riste rista juta jute kutta "
                    + "kuta kute kuti glti jruri sste ssta mitti miti shadi ghnta Gnta Gnte potA pota "
                    + "poti nati Cata beta bete khata Kata Kate goti dosti jati lati chita");
    private static final Set<String> NOT_GOING =
            Keys.of("bt rt bhut glt srt jrurt ht hlt jt kimt kht st sikayt sikyt bht dost mdd jmant "
                    + "ort adt himmt himt mot cot jugt put pet Ket krnt krent not rsit rpit riport "
                    + "report sujat hvalat hvalt pncayt pncyt hmesa kuct hojat");
    private static final Set<String> NOT_FUTURE = Keys.of("log lge age jge jgh aage Age mange nge dge frge hoge soge");
    private static final Set<String> NOT_WILL =
            Keys.of("nhi vhi yhi khi shi ghi dhi mhi rhi kbhi abhi sbhi ahi tahi hi");

    private static final Set<String> NOT_CHHATTISGARHI = Keys.of("beTe uTe kTe rupTe bTe ikTe ekTe");
    private static final Set<String> NOT_ABOUT_TO =
            Keys.of("smne apne kitne itne jitne purane hmne kone gane dine sone thne Tne jmane");

    private static final Pattern CHHATTISGARHI_HABIT = Pattern.compile("(थे|थें|थन|थस|थंव|थँव|थव)$");

    private Grammar() {}

    /** A verb's tense and where its helper stands. */
    record Verb(Tense tense, int at) {}

    static List<Verb> verbs(Told told) {
        List<Verb> verbs = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Tense tense = indian(told, i);
            if (tense == null) {
                tense = english(told, i);
            }
            if (tense != null) {
                verbs.add(new Verb(tense, i));
            }
        }
        return verbs;
    }

    private static @org.jspecify.annotations.Nullable Tense indian(Told told, int i) {
        String key = told.key(i);
        String next = i + 1 < told.size() && told.sameClause(i, i + 1) ? told.key(i + 1) : "";
        if (i > 0 && STAYS.contains(key) && told.sameClause(i - 1, i)) {
            return WAS.contains(next) ? Tense.WAS_GOING_ON : Tense.GOING_ON;
        }
        if (WAS.contains(key)) {
            boolean counted = i > 0 && (STAYS.contains(told.key(i - 1)) || endsIn(told.key(i - 1), "t", NOT_GOING));
            return counted ? null : Tense.PAST;
        }
        if (endsIn(key, "t", NOT_GOING) && (BE.contains(next) || WAS.contains(next))) {
            return WAS.contains(next) ? Tense.WAS_GOING_ON : Tense.GOING_ON;
        }
        if ((endsIn(key, "ta", NOT_HABIT) || endsIn(key, "te", NOT_HABIT) || endsIn(key, "ti", NOT_HABIT))
                && BE.contains(next)) {
            return Tense.HABIT;
        }
        if (endsInChhattisgarhiHabit(key, told.raw(i))) {
            return Tense.HABIT;
        }
        if (DONE.contains(key) && i > 0) {
            return WAS.contains(next) ? null : Tense.RESULT;
        }
        boolean aboutTo = key.endsWith("ne") && !NOT_ABOUT_TO.contains(key) && next.startsWith("vl");
        if (aboutTo || isFuture(key, told.raw(i))) {
            return Tense.FUTURE;
        }
        return null;
    }

    private static boolean endsInChhattisgarhiHabit(String key, String raw) {
        if (Devanagari.isLetter(raw.charAt(0))) {
            return raw.length() > 3 && CHHATTISGARHI_HABIT.matcher(raw).find();
        }
        return key.length() > 3 && (key.endsWith("Te") || key.endsWith("Ten")) && !NOT_CHHATTISGARHI.contains(key);
    }

    private static boolean isFuture(String key, String raw) {
        if (key.length() < 4 || NOT_FUTURE.contains(key)) {
            return key.equals("hoga") || (key.equals("jhi") && !raw.endsWith("जही"));
        }
        if (key.endsWith("hi")) {
            return !NOT_WILL.contains(key) && raw.length() <= 7;
        }
        int last = key.length() - 1;
        boolean will = key.charAt(last - 1) == 'g' && "aei".indexOf(key.charAt(last)) >= 0;
        int before = key.charAt(last - 2) == 'n' && last > 2 ? last - 3 : last - 2;
        return will && "euo".indexOf(key.charAt(before)) >= 0;
    }

    private static @org.jspecify.annotations.Nullable Tense english(Told told, int i) {
        if (!LatinSpelling.isLetter(told.raw(i).charAt(0))) {
            return null;
        }
        String raw = told.raw(i).toLowerCase(Locale.ROOT);
        boolean verbing = isIng(told.raw(i + 1)) || isIng(told.raw(i + 2));
        return switch (raw) {
            case "is", "are", "am", "im", "hes", "shes", "theyre", "keeps" -> verbing ? Tense.GOING_ON : null;
            case "was", "were", "had", "did" -> verbing ? Tense.WAS_GOING_ON : Tense.PAST;
            case "has", "have", "ive" -> Tense.RESULT;
            case "will", "shall", "gonna" -> Tense.FUTURE;
            case "does", "do" -> Tense.HABIT;
            default -> null;
        };
    }

    private static boolean isIng(String raw) {
        return raw.length() > 4 && raw.toLowerCase(Locale.ROOT).endsWith("ing");
    }

    private static boolean endsIn(String key, String ending, Set<String> but) {
        boolean longEnough =
                key.length() > ending.length() + 1 || (key.length() == ending.length() + 1 && !isVowel(key.charAt(0)));
        return longEnough && key.endsWith(ending) && !but.contains(key);
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }
}
