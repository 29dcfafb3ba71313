package vn.cchc.survey.freetext;

import java.util.regex.Pattern;

/**
 * Removes from a text what identifies a person by its form: e-mail addresses, and rows of nine or more digits, which are
 * telephone numbers and identity numbers (9 digits of CMND, 12 of CCCD). Names and addresses remain; the form asks to leave
 * them out.
 */
public final class FreeTextScreening {

    static final String MARK = "[đã xóa]";

    /** Also with spaces around the sign, or with its name in place of it. */
    private static final Pattern MAIL = Pattern.compile(
            "[\\p{L}\\p{N}._%+'-]{1,64}\\s{0,3}(?:[@＠﹫]|[(\\[{]\\s?(?:at|@)\\s?[)\\]}])\\s{0,3}[\\p{L}\\p{N}-]{1,63}(?:\\s?[.。]\\s?[\\p{L}\\p{N}-]{1,63})+",
            Pattern.CASE_INSENSITIVE);

    /** Up to three blanks, dots, hyphens, strokes or brackets may separate the digits. */
    private static final Pattern DIGITS = Pattern
            .compile("\\+?\\(?\\p{Nd}(?:[\\s\\p{Z}\\p{Pd}\\p{Cf}.·•/_()]{0,3}\\p{Nd}){8,}");

    private FreeTextScreening() {
    }

    /** @param maxLength in UTF-16 code units; what the marks make longer is cut off */
    public static String screen(String text, int maxLength) {
        String screened = DIGITS.matcher(MAIL.matcher(text).replaceAll(MARK)).replaceAll(MARK);
        if (screened.length() <= maxLength) {
            return screened;
        }
        int end = Character.isHighSurrogate(screened.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return screened.substring(0, end);
    }
}
