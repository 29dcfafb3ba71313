package vn.cchc.house;

/** What a text may hold to be kept and to be given back as it came. */
final class Text {

    private Text() {
    }

    /** Neither NUL, which PostgreSQL cannot keep, nor half a character. */
    static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
