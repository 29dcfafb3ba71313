package vn.cchc.targets.yearlyindex;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

/**
 * An index in a year.
 *
 * @param latest the latest scores, which may have been given by earlier criteria; null if there are none
 */
record IndexYear(YearlyIndex index, CriteriaSet set, IndexScores latest) implements Auditable, Versioned {

    int year() {
        return set.year;
    }

    /** The scores by the criteria that the year has now; null if there are none. */
    IndexScores scores() {
        return latest == null || latest.criteriaSetVersion != set.version ? null : latest;
    }

    int nextScoresVersion() {
        return latest == null ? 1 : latest.version + 1;
    }

    @Override
    public String auditType() {
        return "yearly-index";
    }

    @Override
    public String auditId() {
        return index.code + "/" + set.year;
    }

    @Override
    public Revision revision() {
        return new Revision(auditType(), auditId(), set.version + (latest == null ? 0 : latest.version));
    }

    @Override
    public Object auditSnapshot() {
        return IndexYearAuditSnapshotV1.of(this);
    }
}
