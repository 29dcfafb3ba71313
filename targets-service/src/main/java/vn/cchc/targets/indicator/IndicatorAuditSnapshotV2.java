package vn.cchc.targets.indicator;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The fields of an indicator in the audit trail since further regimes can ask for it. */
record IndicatorAuditSnapshotV2(@JsonUnwrapped IndicatorAuditSnapshotV1 earlier, List<String> alsoAskedBy) {

    static IndicatorAuditSnapshotV2 of(Indicator of) {
        return new IndicatorAuditSnapshotV2(IndicatorAuditSnapshotV1.of(of), List.of(of.alsoAskedBy));
    }
}
