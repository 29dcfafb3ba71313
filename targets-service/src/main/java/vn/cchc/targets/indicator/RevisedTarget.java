package vn.cchc.targets.indicator;

/**
 * The text of a target as revisions of its indicators have changed it.
 *
 * @param wording null if it is that of the plan
 * @param nameEn null if it is that of the plan
 * @param decisionNumber number of the decision that changed it last
 */
public record RevisedTarget(String wording, String nameEn, String decisionNumber) {

    static RevisedTarget of(IndicatorRevision revision) {
        return new RevisedTarget(revision.targetWording, revision.targetNameEn, revision.decisionNumber);
    }

    RevisedTarget then(RevisedTarget later) {
        return new RevisedTarget(later.wording == null ? wording : later.wording, later.nameEn == null ? nameEn : later.nameEn,
                later.decisionNumber);
    }
}
