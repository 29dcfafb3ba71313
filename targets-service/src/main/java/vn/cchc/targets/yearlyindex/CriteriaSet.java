package vn.cchc.targets.yearlyindex;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;

/** A version of the criteria by which an index is measured in a year. It is never changed. */
@Entity
@Immutable
@IdClass(CriteriaSet.Key.class)
class CriteriaSet {

    record Key(String yearlyIndex, int year, int version) {
    }

    @Id
    String yearlyIndex;
    @Id
    int year;
    @Id
    int version;
    @JdbcTypeCode(SqlTypes.JSON)
    List<Criterion> criteria;
    String document;
    String reason;
    String recordedBy;
    Instant recordedAt;

    protected CriteriaSet() {
    }

    CriteriaSet(YearlyIndex index, int version, NewCriteriaSet wanted, String by, Instant at) {
        this.yearlyIndex = index.code;
        this.year = wanted.year();
        this.version = version;
        this.criteria = wanted.criteria();
        this.document = wanted.document();
        this.reason = wanted.reason();
        this.recordedBy = by;
        this.recordedAt = at;
    }

    /** The criteria that are no groups, in the order of the set. */
    List<Criterion> scored() {
        Set<String> groups = criteria.stream().map(Criterion::parent).collect(Collectors.toSet());
        return criteria.stream().filter(criterion -> !groups.contains(criterion.code())).toList();
    }

    Optional<Criterion> find(String code) {
        return scored().stream().filter(criterion -> criterion.code().equals(code)).findFirst();
    }

    BigDecimal maximum() {
        return scored().stream().map(Criterion::maximum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What contradicts itself within the criteria of a new set. */
    static List<Violation> violations(List<Criterion> criteria) {
        List<Violation> violations = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Map<String, BigDecimal> sums = new HashMap<>();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            if (criterion.parent() != null && !known.contains(criterion.parent())) {
                violations
                        .add(Violation.at("/criteria/" + i + "/parent", TargetsProblem.UNKNOWN_CRITERION, criterion.parent()));
            }
            if (!known.add(criterion.code())) {
                violations.add(Violation.at("/criteria/" + i + "/code", TargetsProblem.DUPLICATE, criterion.code()));
            }
            if (criterion.parent() != null) {
                sums.merge(criterion.parent(), criterion.maximum(), BigDecimal::add);
            }
        }
        for (int i = 0; i < criteria.size(); i++) {
            BigDecimal sum = sums.get(criteria.get(i).code());
            if (sum != null && sum.compareTo(criteria.get(i).maximum()) != 0) {
                violations.add(Violation.at("/criteria/" + i + "/maximum", TargetsProblem.TOTAL_DIFFERS, sum.toPlainString()));
            }
        }
        return violations;
    }
}
