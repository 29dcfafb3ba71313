package vn.cchc.rest.change;

/** The reason for a change, where one is required: a code, a text, the number of a decision; each of them can be null. */
public record ChangeReason(String code, String text, String decision) {

    static final ChangeReason NONE = new ChangeReason(null, null, null);

    public static ChangeReason withText(String text) {
        return new ChangeReason(null, text, null);
    }

    public static ChangeReason of(Enum<?> code, String text) {
        return new ChangeReason(code.name(), text, null);
    }
}
