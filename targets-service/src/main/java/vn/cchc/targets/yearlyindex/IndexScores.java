package vn.cchc.targets.yearlyindex;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A version of the scores of an index for a year. It is never changed: what is added or corrected is a new version. */
@Entity
@Immutable
@IdClass(IndexScores.Key.class)
class IndexScores {

    record Key(String yearlyIndex, int year, int version) {
    }

    @Id
    String yearlyIndex;
    @Id
    int year;
    @Id
    int version;
    int criteriaSetVersion;
    @JdbcTypeCode(SqlTypes.JSON)
    List<CriterionScore> scores;
    Integer rank;
    Integer rankOf;
    String reason;
    String recordedBy;
    Instant recordedAt;

    protected IndexScores() {
    }

    IndexScores(CriteriaSet set, int version, NewScores wanted, String by, Instant at) {
        this.yearlyIndex = set.yearlyIndex;
        this.year = set.year;
        this.version = version;
        this.criteriaSetVersion = set.version;
        this.scores = wanted.scores();
        this.rank = wanted.rank();
        this.rankOf = wanted.rankOf();
        this.reason = wanted.reason();
        this.recordedBy = by;
        this.recordedAt = at;
    }

    CriterionScore of(String criterion) {
        return byCriterion(scores).getOrDefault(criterion, CriterionScore.none(criterion));
    }

    /** Whether a value that is known here changes or is missing among new ones. */
    boolean isCorrectedBy(NewScores wanted) {
        Map<String, CriterionScore> now = byCriterion(wanted.scores());
        return changes(rank, wanted.rank()) || changes(rankOf, wanted.rankOf()) || scores.stream().anyMatch(
                score -> isCorrected(score, now.getOrDefault(score.criterion(), CriterionScore.none(score.criterion()))));
    }

    private static boolean isCorrected(CriterionScore known, CriterionScore now) {
        return Stream.of(ScoreKind.values()).anyMatch(kind -> changes(known.of(kind), now.of(kind)));
    }

    private static boolean changes(Object known, Object now) {
        return known != null && !Objects.equals(known, now);
    }

    /** The sum of the scores of a kind; null if there is none. */
    static BigDecimal total(Stream<CriterionScore> of, ScoreKind kind) {
        return of.map(score -> score.of(kind)).filter(Objects::nonNull).reduce(BigDecimal::add).orElse(null);
    }

    /** Of a criterion that is named twice, which another rule refuses, the first. */
    private static Map<String, CriterionScore> byCriterion(List<CriterionScore> of) {
        return of.stream().collect(Collectors.toMap(CriterionScore::criterion, Function.identity(), (first, second) -> first));
    }
}
