package vn.cchc.targets.indicator;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The fields of an indicator in the audit trail since it can compare spans of years and its milestone can rise yearly. */
record IndicatorAuditSnapshotV3(@JsonUnwrapped IndicatorAuditSnapshotV2 earlier, ComparedYearsV3 comparedYears,
        YearlyRiseV3 yearlyRise) {

    record ComparedYearsV3(int baselineFrom, int baselineTo, int comparedFrom, int comparedTo) {
    }

    record YearlyRiseV3(BigDecimal points, String from) {

        /** @param of null if there is none */
        static YearlyRiseV3 of(YearlyRise of) {
            return of == null ? null : new YearlyRiseV3(of.points(), of.from().name());
        }
    }

    static IndicatorAuditSnapshotV3 of(Indicator of) {
        ComparedYears years = of.comparedYears;
        return new IndicatorAuditSnapshotV3(IndicatorAuditSnapshotV2.of(of),
                years == null ? null
                        : new ComparedYearsV3(years.baselineFrom(), years.baselineTo(), years.comparedFrom(),
                                years.comparedTo()),
                YearlyRiseV3.of(of.yearlyRise));
    }
}
