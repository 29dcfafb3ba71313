package vn.cchc.targets.yearlyindex;

/** Who gave a score, in the order of time. */
enum ScoreKind {
    SELF("selfScore"),
    APPRAISED("appraisedScore"),
    FINAL("finalScore");

    private final String field;

    ScoreKind(String field) {
        this.field = field;
    }

    /** The field of the body. */
    String field() {
        return field;
    }
}
