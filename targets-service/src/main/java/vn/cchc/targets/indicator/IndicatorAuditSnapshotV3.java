package vn.cchc.targets.indicator;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The fields of an indicator in the audit trail since it can compare spans of years and its milestone can rise yearly. */
record IndicatorAuditSnapshotV3(@JsonUnwrapped IndicatorAuditSnapshotV2 earlier, ComparedYearsV3 comparedYears,
        YearlyRiseV3 yearlyRise) {

    record ComparedYearsV3(int baselineFrom, int baselineTo, int comparedFrom, int comparedTo) {
    }

    record YearlyRiseV3(BigDecimal points, String from) {
    }

    static IndicatorAuditSnapshotV3 of(Indicator of) {
        ComparedYears years = of.comparedYears;
        YearlyRise rise = of.yearlyRise;
        return new IndicatorAuditSnapshotV3(IndicatorAuditSnapshotV2.of(of),
                years == null ? null
                        : new ComparedYearsV3(years.baselineFrom(), years.baselineTo(), years.comparedFrom(),
                                years.comparedTo()),
                rise == null ? null : new YearlyRiseV3(rise.points(), rise.from().name()));
    }
}
