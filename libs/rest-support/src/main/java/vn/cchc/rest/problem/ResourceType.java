package vn.cchc.rest.problem;

/** The types of resources that a request can name; each has a word in both languages beside the texts of the problems. */
public enum ResourceType {
    ASSIGNMENT,
    CAMPAIGN,
    CONSOLIDATED_REPORT,
    DEAD_LETTER,
    DEPUTY,
    EXTENSION,
    HOLIDAY,
    IMPORT,
    INDICATOR,
    PATH,
    PERIOD,
    PLAN,
    PLAN_TEXT,
    PROBLEM_TYPE,
    PROPOSAL,
    QUESTIONNAIRE,
    REBUILD,
    REGIME,
    REPORT,
    REPORT_QUESTION,
    REPORT_ROUND,
    REPORT_VERSION,
    RESULT,
    REVIEW_SCOPE,
    REVISION,
    TARGET,
    UNIT
}
