package vn.cchc.reporting.export;

import java.time.Instant;
import java.util.UUID;

/** One row of an export: a figure of an accepted report with the names of its unit and indicator. */
record ExportRow(String regime, String period, String unit, String unitName, String indicator, String indicatorName,
        Long numerator, Long denominator, String rating, String statement, UUID report, Integer version, String submittedBy,
        Instant submittedAt, String acceptedBy, Instant acceptedAt, String seal) {
}
