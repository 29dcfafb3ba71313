package vn.cchc.spreadsheet;

import java.util.regex.Pattern;

/** Texts as a workbook stores them (ISO/IEC 29500-1, 22.9.2.19 {@code ST_Xstring}). */
public final class OoxmlText {

    /** A reader decodes {@code _x0041_} as the letter A. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private OoxmlText() {
    }

    public static String escape(String text) {
        return ESCAPE.matcher(text).replaceAll("_x005F_");
    }

    /** Readers drop white space at the ends of a text, unless its element says {@code xml:space="preserve"}. */
    public static boolean needsPreservedSpace(String text) {
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }
}
