package vn.cchc.rest.input;

import java.text.Normalizer;

/** What a text may hold to be kept and to be given back as it came. */
public final class StorableText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private StorableText() {
    }

    /**
     * No control characters but line ends and tabs, NUL first of all, which PostgreSQL cannot keep; no byte-order mark; and no
     * half characters.
     */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> isControl(point) || Character.getType(point) == Character.SURROGATE);
    }

    private static boolean isControl(int point) {
        return point == BYTE_ORDER_MARK || Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t';
    }

    /** One spelling for what looks the same: Vietnamese letters come composed or with their marks behind them. */
    static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
