package vn.cchc.survey.result;

import java.util.Optional;

/**
 * What the counting of a closed campaign tells beside the counts.
 *
 * @param suppressBelow k, by which they were counted
 * @param variances what the counts do not tell; empty if the method needs no more
 */
public record CountedAnswers(Invited invited, int suppressBelow, Optional<IndexVariances> variances) {
}
