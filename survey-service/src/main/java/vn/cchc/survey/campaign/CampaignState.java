package vn.cchc.survey.campaign;

/** Where a campaign stands; each state follows only the one before it. */
public enum CampaignState {
    /** Being prepared. */
    DRAFT,
    /** Answers are taken. */
    OPEN,
    /** Counted; nobody can answer any more. */
    CLOSED,
    /** Its result counts for the indicator. */
    PUBLISHED
}
