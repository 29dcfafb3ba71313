package vn.cchc.survey.result;

/** How the answers of a campaign become one index. Its name tells apart the series of results of one indicator and year. */
public record Method(Aggregation aggregation, Weighting weighting) {

    public static final Method POOLED = new Method(Aggregation.POOLED, Weighting.NONE);

    /** Such as POOLED or MEAN_OF_ITEMS_WEIGHTED. */
    public String name() {
        return weighting == Weighting.NONE ? aggregation.name() : aggregation.name() + "_WEIGHTED";
    }

    /** Whether respondents without a group or a population count nowhere, unless they are pooled. */
    boolean leavesOut() {
        return aggregation == Aggregation.MEAN_OF_GROUPS || weighting == Weighting.POPULATION;
    }

    /** Whether the index is the quotient of the answers that are counted. */
    public boolean isQuotient() {
        return equals(POOLED);
    }
}
