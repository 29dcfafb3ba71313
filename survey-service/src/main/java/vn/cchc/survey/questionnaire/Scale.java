package vn.cchc.survey.questionnaire;

/** How a question is answered. */
public enum Scale {
    /** 1 to 5, or 0 for "don't know / not used"; counts in the index. */
    LEVEL(SatisfactionLevel.HIGHEST),
    /** 0 to 100: how far expectations were met (tỷ lệ đáp ứng so với mong đợi). It never counts in the index. */
    PERCENT(100);

    private final int highest;

    Scale(int highest) {
        this.highest = highest;
    }

    public int highest() {
        return highest;
    }
}
