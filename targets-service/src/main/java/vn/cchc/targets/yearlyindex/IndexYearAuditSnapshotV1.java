package vn.cchc.targets.yearlyindex;

import java.math.BigDecimal;
import java.util.List;

/**
 * The fields of an index in a year that the audit trail records. The trail is hashed over them: a change of what is recorded is
 * a new version of this record, never a change of this one.
 */
record IndexYearAuditSnapshotV1(String index, int year, int criteriaSetVersion, List<CriterionV1> criteria,
        Integer scoresVersion, List<ScoreV1> scores, Integer rank, Integer rankOf) {

    record CriterionV1(String code, String name, String parent, BigDecimal maximum) {
    }

    record ScoreV1(String criterion, BigDecimal selfScore, BigDecimal appraisedScore, BigDecimal finalScore) {
    }

    static IndexYearAuditSnapshotV1 of(IndexYear of) {
        IndexScores scores = of.latest();
        return new IndexYearAuditSnapshotV1(of.index().code, of.year(), of.set().version,
                of.set().criteria.stream().map(each -> new CriterionV1(each.code(), each.name(), each.parent(), each.maximum()))
                        .toList(),
                scores == null ? null : scores.version, scores == null ? null
                        : scores.scores.stream().map(each -> new ScoreV1(
                                each.criterion(), each.selfScore(), each.appraisedScore(), each.finalScore())).toList(),
                scores == null ? null : scores.rank, scores == null ? null : scores.rankOf);
    }
}
