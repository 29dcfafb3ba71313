package vn.cchc.spreadsheet;

import java.util.regex.Pattern;

/** Prevents that a spreadsheet evaluates a text as a formula (OWASP, "CSV Injection"). */
public final class FormulaGuard {

    private static final Pattern FORMULA = Pattern.compile("\\A(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠])");

    private FormulaGuard() {
    }

    public static boolean looksLikeFormula(String text) {
        return FORMULA.matcher(text).find();
    }

    /** A spreadsheet reads a cell that begins with an apostrophe as a text. */
    public static String escape(String text) {
        return looksLikeFormula(text) ? '\'' + text : text;
    }

    /** The text as it was before {@link #escape}. */
    public static String unescape(String text) {
        return text.startsWith("'") && looksLikeFormula(text.substring(1)) ? text.substring(1) : text;
    }
}
