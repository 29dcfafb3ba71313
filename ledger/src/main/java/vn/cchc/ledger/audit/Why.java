package vn.cchc.ledger.audit;

/** Why a change was made, where one is asked for it: a code, the reason in words, the number of a decision. */
public record Why(String code, String text, String decision) {

    static final Why UNASKED = new Why(null, null, null);

    public static Why inWords(String text) {
        return new Why(null, text, null);
    }

    public static Why reason(Enum<?> code, String text) {
        return new Why(code.name(), text, null);
    }
}
