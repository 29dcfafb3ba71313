package vn.cchc.reporting.scope;

import java.time.LocalDate;
import java.util.List;

/** The fields of a review scope in the audit trail. */
record ReviewScopeAuditSnapshotV1(String subject, List<String> units, List<String> indicators, LocalDate validFrom,
        LocalDate validTo, boolean removed, long version) {

    static ReviewScopeAuditSnapshotV1 of(ReviewScope scope) {
        return new ReviewScopeAuditSnapshotV1(scope.subject, List.copyOf(scope.units), List.copyOf(scope.indicators),
                scope.validFrom, scope.validTo, scope.removed, scope.version);
    }
}
