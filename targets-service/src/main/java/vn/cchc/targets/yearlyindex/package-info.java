/**
 * The indices that the plan has reviewed every year (plan III.2): criteria, scores, the year before, and the improvement
 * actions, which are tasks.
 */
package vn.cchc.targets.yearlyindex;
