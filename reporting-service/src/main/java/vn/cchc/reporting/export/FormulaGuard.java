package vn.cchc.reporting.export;

import java.util.regex.Pattern;

/** Prevents that a spreadsheet evaluates a text as a formula (OWASP, "CSV Injection"). */
final class FormulaGuard {

    private static final Pattern FORMULA = Pattern.compile("\\A(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠])");

    private FormulaGuard() {
    }

    static boolean looksLikeFormula(String text) {
        return FORMULA.matcher(text).find();
    }

    /** A spreadsheet reads a cell that begins with an apostrophe as a text. */
    static String escape(String text) {
        return looksLikeFormula(text) ? '\'' + text : text;
    }
}
