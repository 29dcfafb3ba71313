package vn.cchc.survey.result;

/** How the answers of many questions and groups are put together into one index. */
public enum Aggregation {
    /** Every answer at a level counts once. */
    POOLED,
    /** The mean of the questions, each of which counts the same. */
    MEAN_OF_ITEMS,
    /** The mean of the groups of respondents, each of which counts the same. */
    MEAN_OF_GROUPS
}
