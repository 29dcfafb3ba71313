package vn.cchc.survey.result;

/** How much each stratum counts. */
public enum Weighting {
    /** As much as it has answers. */
    NONE,
    /** As much as it has people (post-stratification). */
    POPULATION
}
