package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.List;

import vn.cchc.values.IndicatorCode;

/**
 * A report with everything that the quality gate compares it with.
 *
 * @param required the indicators that the report requires
 * @param obligatory those whose figure cannot be left out
 * @param cutOff last day of the period
 */
record SubmissionCandidate(Report report, List<IndicatorCode> required, List<IndicatorCode> obligatory, LocalDate cutOff,
        LocalDate today) {

    SubmissionCandidate {
        required = List.copyOf(required);
        obligatory = List.copyOf(obligatory);
    }
}
