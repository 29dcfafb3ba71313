package vn.cchc.survey.campaign;

/** State of a campaign. Each state follows only the one before it. */
public enum CampaignState {
    /** In preparation. */
    DRAFT,
    /** Answers are collected. */
    OPEN,
    /** Answers are counted, and no more are accepted. */
    CLOSED,
    /** The result counts for the indicator. */
    PUBLISHED
}
