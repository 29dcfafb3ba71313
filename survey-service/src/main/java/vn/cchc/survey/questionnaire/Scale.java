package vn.cchc.survey.questionnaire;

/** Scale of the answers to a question. Only LEVEL counts in the index. */
public enum Scale {
    /** 1 to 5, or 0 for "don't know / not used". Counts in the index. */
    LEVEL(SatisfactionLevel.HIGHEST),
    /** 0 to 100: degree to which expectations were met (tỷ lệ đáp ứng so với mong đợi). Not part of the index. */
    PERCENT(100),
    /** 1 for yes, 0 for no. */
    YES_NO(1),
    /** A whole number, within the bounds of the question. */
    NUMBER(1_000_000),
    /** A text in the respondent's own words. It has no value. */
    TEXT(-1);

    private final int highest;

    Scale(int highest) {
        this.highest = highest;
    }

    /** The lowest value of each scale is 0. */
    public int highest() {
        return highest;
    }

    /** Whether respondents choose from a list, so that a condition can name the choices. */
    public boolean hasChoices() {
        return this == LEVEL || this == YES_NO;
    }
}
