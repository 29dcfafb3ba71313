package vn.cchc.survey.questionnaire;

/** Scale of the answers to a question. */
public enum Scale {
    /** 1 to 5, or 0 for "don't know / not used". Counts in the index. */
    LEVEL(SatisfactionLevel.HIGHEST),
    /** 0 to 100: degree to which expectations were met (tỷ lệ đáp ứng so với mong đợi). Not part of the index. */
    PERCENT(100);

    private final int highest;

    Scale(int highest) {
        this.highest = highest;
    }

    public int highest() {
        return highest;
    }
}
