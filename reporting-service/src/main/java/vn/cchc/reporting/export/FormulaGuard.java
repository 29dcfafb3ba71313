package vn.cchc.reporting.export;

import java.util.regex.Pattern;

/** Keeps a spreadsheet from taking what people wrote for a formula of its own (OWASP, "CSV Injection"). */
final class FormulaGuard {

    private static final Pattern FORMULA = Pattern.compile("\\A(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠])");

    private FormulaGuard() {
    }

    static boolean looksLikeFormula(String text) {
        return FORMULA.matcher(text).find();
    }

    /** A spreadsheet takes what stands behind an apostrophe for text. */
    static String quoted(String text) {
        return looksLikeFormula(text) ? '\'' + text : text;
    }
}
