package vn.cchc.audit;

/** ChangeReason a change was made, where one is asked for it: a code, the reason in words, the number of a decision. */
public record ChangeReason(String code, String text, String decision) {

    static final ChangeReason NONE = new ChangeReason(null, null, null);

    public static ChangeReason withText(String text) {
        return new ChangeReason(null, text, null);
    }

    public static ChangeReason reason(Enum<?> code, String text) {
        return new ChangeReason(code.name(), text, null);
    }
}
