package vn.cchc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

class QualityGateTest {

    private static final LocalDate CUT_OFF = LocalDate.of(2025, 12, 14);
    private static final Instant NOW = Instant.parse("2025-12-14T01:00:00Z");

    @Test
    void aReportCanBeSubmittedOnTheCutOffDayButNotBefore() {
        assertThat(errors(CUT_OFF.minusDays(1))).extracting(Violation::pointer, Violation::type).containsExactly(
                tuple("/period", ReportingProblem.CUT_OFF_NOT_REACHED));
        assertThat(errors(CUT_OFF)).isEmpty();
        assertThat(errors(CUT_OFF.plusDays(1))).isEmpty();
    }

    @Test
    void aReportCanBeAcceptedOnTheCutOffDayButNotBefore() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CutOffReached.require(CUT_OFF, CUT_OFF.minusDays(1)))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(ReportingProblem.CUT_OFF_NOT_REACHED));
        assertThatCode(() -> CutOffReached.require(CUT_OFF, CUT_OFF)).doesNotThrowAnyException();
    }

    @Test
    void theRefusalNamesTheCutOffDay() {
        List<Object> day = List.of(CUT_OFF);

        assertThat(new ProblemMessages(ProblemMessages.VIETNAMESE).detail(ReportingProblem.CUT_OFF_NOT_REACHED, day))
                .isEqualTo("Báo cáo chỉ được gửi và duyệt từ ngày chốt số liệu 14/12/2025.");
        assertThat(new ProblemMessages(Locale.ENGLISH).detail(ReportingProblem.CUT_OFF_NOT_REACHED, day))
                .isEqualTo("The report can be submitted and accepted from the cut-off day 2025-12-14.");
    }

    @Test
    void aWarningNamesTheCutOffDay() {
        assertThat(QualityGate.warnings(candidate(report("CT02"), CUT_OFF))).extracting(Violation::type)
                .containsExactly(ReportingProblem.CUT_OFF_TODAY);
        assertThat(QualityGate.warnings(candidate(report("CT02"), CUT_OFF.plusDays(1)))).isEmpty();
    }

    @Test
    void everyMissingAndEveryUnrequiredFigureIsNamed() {
        assertThat(QualityGate.errors(candidate(report("CT99"), CUT_OFF))).extracting(Violation::pointer, Violation::type)
                .containsExactly(tuple("/figures/CT02", ReportingProblem.FIGURE_MISSING),
                        tuple("/figures/CT99", ReportingProblem.FIGURE_NOT_REQUIRED));
    }

    private static List<Violation> errors(LocalDate today) {
        return QualityGate.errors(candidate(report("CT02"), today));
    }

    private static SubmissionCandidate candidate(Report report, LocalDate today) {
        List<IndicatorCode> required = List.of(new IndicatorCode("CT02"));
        return new SubmissionCandidate(report, required, required, CUT_OFF, today);
    }

    private static Report report(String indicator) {
        Report report = new Report(new ReportKey(new RegimeCode("CCHC"), new PeriodCode("2025"), new UnitCode("VP")),
                "reporter", NOW);
        report.enter(new IndicatorCode(indicator), new Figure(1L, 2L, null, null, "reporter", NOW));
        return report;
    }
}
