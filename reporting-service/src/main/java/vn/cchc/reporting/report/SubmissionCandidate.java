package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.List;

/**
 * A report with everything that the quality gate compares it with.
 *
 * @param required codes of the indicators that the report requires
 * @param obligatory codes of those whose figure cannot be left out
 * @param cutOff last day of the period
 */
record SubmissionCandidate(Report report, List<String> required, List<String> obligatory, LocalDate cutOff, LocalDate today) {

    SubmissionCandidate {
        required = List.copyOf(required);
        obligatory = List.copyOf(obligatory);
    }
}
