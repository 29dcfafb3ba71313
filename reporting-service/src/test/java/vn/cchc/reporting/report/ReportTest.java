package vn.cchc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.cchc.events.ReportStatusChanged;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

class ReportTest {

    private static final Instant DAY_1 = Instant.parse("2025-12-15T01:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2025-12-16T01:00:00Z");
    private static final Instant DAY_3 = Instant.parse("2025-12-17T01:00:00Z");

    @Test
    void aReportGoesFromTheDraftThroughTheUnitHeadToAcceptance() {
        Report report = draft();

        report.handOver("reporter", DAY_1);
        report.submit("head", DAY_2, List.of());
        report.accept("reviewer", DAY_3);

        assertThat(report.state).isEqualTo(ReportState.ACCEPTED);
        assertThat(report.statusChanges).extracting(StatusChange::action).containsExactly(Action.CREATE, Action.HANDOVER,
                Action.SUBMIT,
                Action.ACCEPT);
        assertThat(report.submittedBy).isEqualTo("head");
        assertThat(report.submittedAt).isEqualTo(DAY_2);
    }

    @Test
    void latenessCountsFromTheFirstSubmission() {
        Report report = draft();

        report.submit("head", DAY_1, List.of());
        report.returnWith(Action.RETURN, "reviewer", DAY_2, reason("CT05.1"));
        report.submit("head", DAY_3, List.of());

        assertThat(report.firstSubmittedAt).isEqualTo(DAY_1);
        assertThat(report.submittedAt).isEqualTo(DAY_3);
        assertThat(report.statusChanges).filteredOn(change -> change.action() == Action.RETURN).singleElement()
                .satisfies(change -> assertThat(change.reason()).isEqualTo("CT05.1"));
    }

    @Test
    void aReportWithErrorsCannotBeSubmitted() {
        Report report = draft();

        assertRefused(
                () -> report.submit("head", DAY_1, List.of(Violation.at("/figures", ReportingProblem.FIGURE_MISSING, "CT02"))),
                ReportingProblem.NOT_READY);

        assertThat(report.state).isEqualTo(ReportState.DRAFT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "counting", "writing", "documenting", "presenting", "head" })
    void nobodyWhoPreparedAnyPartInAnyRoundCanAcceptTheReport(String contributor) {
        Report report = draft();
        report.enter(new IndicatorCode("CT02"), figure("counting"));
        report.enter(new Narrative("x", null, null, null), "writing", DAY_1);
        report.enter(List.of(new Evidence(null, null, null, "Quyết định", null, null, null)), "documenting", DAY_1);
        report.handOver("presenting", DAY_1);
        report.submit("head", DAY_1, List.of());
        report.returnWith(Action.RETURN, "reviewer", DAY_2, reason("CT02"));
        report.enter(new IndicatorCode("CT02"), figure("another"));
        report.enter(List.of(), "another", DAY_2);
        report.submit("another-head", DAY_2, List.of());

        assertRefused(() -> report.accept(contributor, DAY_3), ReportingProblem.FOUR_EYES);
    }

    @Test
    void whoDeletesFiguresContributesToTheReport() {
        Report report = draft();
        report.enter(new IndicatorCode("CT02"), figure("reporter"));

        report.replaceFigures(Map.of(), "deleter", DAY_2);

        assertThat(report.figures).isEmpty();
        assertThat(report.updatedAt).isEqualTo(DAY_2);
        report.submit("head", DAY_2, List.of());
        assertRefused(() -> report.accept("deleter", DAY_3), ReportingProblem.FOUR_EYES);
    }

    @Test
    void aReviewerWhoReturnedAReportCanAcceptItLater() {
        Report report = draft();
        report.submit("head", DAY_1, List.of());
        report.returnWith(Action.RETURN, "reviewer", DAY_1, reason("x"));
        report.submit("head", DAY_2, List.of());

        report.accept("reviewer", DAY_3);

        assertThat(report.state).isEqualTo(ReportState.ACCEPTED);
    }

    @Test
    void theUnitHeadReturnsAReportToItsAuthorWithAReason() {
        Report report = draft();
        report.handOver("reporter", DAY_1);

        report.returnWith(Action.RETURN_TO_AUTHOR, "head", DAY_2, reason("Chưa khớp phụ lục"));

        assertThat(report.state).isEqualTo(ReportState.RETURNED);
        assertThat(report.statusChanges.last()).isEqualTo(new StatusChange(3, Action.RETURN_TO_AUTHOR, ReportState.RETURNED,
                "head", DAY_2, ReturnReason.WRONG_FIGURE, "Chưa khớp phụ lục", List.of(), null));
        report.enter(new IndicatorCode("CT02"), figure("reporter"));
    }

    @Test
    void everyStatusChangeHasAnEventOfAHigherVersion() {
        Report report = draft();
        ReportStatusChanged created = ReportEvents.statusChanged(report);
        report.submit("head", DAY_2, List.of());
        ReportStatusChanged submitted = ReportEvents.statusChanged(report);

        assertThat(created).extracting(ReportStatusChanged::status, ReportStatusChanged::version,
                ReportStatusChanged::firstSubmittedAt, ReportStatusChanged::changedAt)
                .containsExactly("DRAFT", 1L, null, DAY_1);
        assertThat(submitted)
                .extracting(ReportStatusChanged::status, ReportStatusChanged::version,
                        ReportStatusChanged::firstSubmittedAt, ReportStatusChanged::changedAt)
                .containsExactly("SUBMITTED", 2L, DAY_2, DAY_2);
        assertThat(submitted.key()).isEqualTo("CCHC|2025|VP");
    }

    @Test
    void theClosureHasAnEventOfAHigherVersionThatKeepsTheStatus() {
        Report report = draft();
        ReportStatusChanged created = ReportEvents.statusChanged(report);

        report.close(new Closure("reviewer", DAY_2, "Giải thể", null));

        ReportStatusChanged closed = ReportEvents.statusChanged(report);
        assertThat(closed.version()).isGreaterThan(created.version());
        assertThat(closed.status()).isEqualTo("DRAFT");
        assertThat(closed.closedAt()).isEqualTo(DAY_2);
        assertThat(created.closedAt()).isNull();
    }

    @Test
    void aSubmittedReportCannotBeChanged() {
        Report report = draft();
        report.submit("head", DAY_1, List.of());

        assertRefused(() -> report.enter(new IndicatorCode("CT02"), new Figure(1L, 2L, null, null, "reporter", DAY_2)),
                ReportingProblem.NOT_EDITABLE);
        assertRefused(() -> report.enter(new Narrative("x", null, null, null), "reporter", DAY_2),
                ReportingProblem.NOT_EDITABLE);
    }

    @Test
    void aFieldThatWasNotReopenedStaysTheEntryOfItsAuthor() {
        Report report = draft();
        report.enter(new IndicatorCode("CT02"), figure("reporter"));
        report.enter(new IndicatorCode("CT03"), figure("reporter"));
        report.submit("head", DAY_1, List.of());
        report.returnWith(Action.RETURN, "reviewer", DAY_2,
                new NewReturn(ReturnReason.WRONG_FIGURE, "CT02", List.of("figures/CT02")));

        report.replaceFigures(Map.of(new IndicatorCode("CT02"), figure("another"), new IndicatorCode("CT03"),
                figure("another")), "another", DAY_2);

        assertThat(report.figures.values()).extracting(Figure::enteredBy).containsExactly("another", "reporter");
        assertRefused(() -> report.replaceFigures(Map.of(), "another", DAY_2), ReportingProblem.FIELD_LOCKED);
        assertThat(report.figures).hasSize(2);
    }

    @Test
    void aReportCanBeWithdrawnUntilItsAcceptance() {
        Report report = draft();
        report.submit("head", DAY_1, List.of());
        report.withdraw("head", DAY_2);
        report.submit("head", DAY_2, List.of());
        report.accept("reviewer", DAY_3);

        assertRefused(() -> report.withdraw("head", DAY_3), ReportingProblem.WRONG_STATE);
        assertRefused(() -> report.returnWith(Action.RETURN, "reviewer", DAY_3, reason("x")), ReportingProblem.WRONG_STATE);
    }

    @Test
    void aRefusalNamesActionAndStateInTheLanguageOfTheCaller() {
        List<Object> withdrawal = List.of(Action.WITHDRAW, ReportState.ACCEPTED);
        var vietnamese = new ProblemMessages(ProblemMessages.VIETNAMESE);

        assertThat(vietnamese.detail(ReportingProblem.NOT_EDITABLE, List.of(ReportState.ACCEPTED)))
                .isEqualTo("Không thể sửa báo cáo đã được duyệt.");
        assertThat(vietnamese.detail(ReportingProblem.WRONG_STATE, withdrawal))
                .isEqualTo("Không thể rút báo cáo đã được duyệt.");
        assertThat(new ProblemMessages(Locale.ENGLISH).detail(ReportingProblem.WRONG_STATE, withdrawal))
                .isEqualTo("A report that is accepted cannot be withdrawn.");
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void everyActionHasAName(Action action) {
        assertThat(new ProblemMessages(ProblemMessages.VIETNAMESE).detail(ReportingProblem.WRONG_STATE,
                List.of(action, ReportState.DRAFT))).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(ReportState.class)
    void everyStateHasAName(ReportState state) {
        assertThat(new ProblemMessages(ProblemMessages.VIETNAMESE).detail(ReportingProblem.NOT_EDITABLE, List.of(state)))
                .isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(ReportState.class)
    void onlyASubmittedReportCanBeAccepted(ReportState state) {
        assertThat(Action.ACCEPT.isAllowedIn(state)).isEqualTo(state == ReportState.SUBMITTED);
    }

    private static Report draft() {
        return new Report(new ReportKey(new RegimeCode("CCHC"), new PeriodCode("2025"), new UnitCode("VP")), "reporter", DAY_1);
    }

    private static Figure figure(String by) {
        return new Figure(1L, 2L, null, null, by, DAY_1);
    }

    private static NewReturn reason(String text) {
        return new NewReturn(ReturnReason.WRONG_FIGURE, text, List.of());
    }

    private static void assertRefused(Runnable action, ReportingProblem type) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(action::run)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
