package vn.cchc.rest.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The texts that can be stored and returned unchanged, and their length as a reader counts it. */
public final class StorableText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /**
     * Code points that show nothing although Unicode does not count them as white space: fillers of Hangul, the empty Braille
     * pattern, marks that only change how their neighbours look.
     */
    private static final Pattern INVISIBLE = Pattern
            .compile("[\\p{Z}\\p{C}\\s\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F"
                    + "\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}&&[^\\p{Co}]]*");

    /** An extended grapheme cluster: what a reader takes for one character. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** Unicode's bound for text streams (UAX #15, Stream-Safe); beyond it a character would hide a text of any length. */
    private static final Pattern OVERLOADED = Pattern.compile("[\\p{M}\\u200D]{31}");

    private StorableText() {
    }

    /**
     * No control characters but line ends and tabs, NUL first of all, which PostgreSQL cannot store; no byte-order mark; no
     * unpaired surrogates; no noncharacters, which XML forbids; no character with more than 30 marks.
     */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(
                point -> isControl(point) || isNoncharacter(point) || Character.getType(point) == Character.SURROGATE)
                && !OVERLOADED.matcher(text).find();
    }

    /** Whether a reader would see nothing. */
    public static boolean isBlank(String text) {
        return INVISIBLE.matcher(text).matches();
    }

    /** The number of characters that a reader would count. */
    public static int length(String text) {
        return Math.toIntExact(CHARACTER.matcher(text).results().count());
    }

    private static boolean isControl(int point) {
        return point == BYTE_ORDER_MARK || Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t';
    }

    /** Unicode reserves U+FDD0 to U+FDEF and the last two code points of each plane for internal use (23.7). */
    private static boolean isNoncharacter(int point) {
        return point >= 0xFDD0 && point <= 0xFDEF || (point & 0xFFFE) == 0xFFFE;
    }

    /** Composed Unicode: a Vietnamese letter may arrive with its marks as separate code points. */
    public static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
