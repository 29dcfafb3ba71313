package vn.cchc.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.ReportingLevel;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

@Schema(description = "One unit's report for one period of one regime")
record ReportView(@JsonIgnore Revision revision, UUID id, @Schema(examples = "CCHC") String regime,
        @Schema(examples = "2025") String period,
        @Schema(examples = "VP") String unit, ReportState state,
        @Schema(description = "1 until the first correction after acceptance") int version,
        @Schema(description = "The version that counts; null before the first acceptance", nullable = true) Integer acceptedVersion,
        @Schema(description = "The correction that the version comes from; null for version 1", nullable = true) Correction correction,
        @Schema(description = "Last day of the period's window (ngày chốt số liệu)") LocalDate cutOff,
        @Schema(description = "Last day on which the report is on time") LocalDate due, Narrative narrative,
        @Schema(description = "The required indicators, each with its figure if one was entered") List<FigureView> figures,
        @Schema(description = "The figures that the regime asks for and that are entered under another regime, read only. A report shows them as they were at its submission, before it as they are now") List<FigureReference> references,
        @Schema(description = "The documents that prove the report, in the order in which they were entered") List<Evidence> evidence,
        @Schema(description = "The explanations of warnings (giải trình), by the key of the warning") Map<String, Explanation> explanations,
        @Schema(description = "Subject of the token of the creator") String createdBy,
        @Schema(description = "Subjects of the tokens of everyone who entered, handed over or submitted any part, in any round, also before a correction; none of them can accept the report") List<String> contributors,
        @Schema(description = "The only fields that can be changed until the next submission; empty if none is locked", examples = "[\"figures/CT05.1\"]") List<String> reopened,
        @Schema(description = "Number of reviewers' questions without an answer") int openQuestions,
        Instant createdAt, Instant updatedAt,
        @Schema(description = "Time of the first submission, from which lateness counts", nullable = true) Instant firstSubmittedAt,
        @Schema(nullable = true) String submittedBy, @Schema(nullable = true) Instant submittedAt,
        @Schema(nullable = true) String acceptedBy, @Schema(nullable = true) Instant acceptedAt,
        @Schema(description = "Null unless the report ended with its unit", nullable = true) Closure closure)
        implements
            Versioned {

    @Schema(name = "ReportFigure")
    record FigureView(@Schema(examples = "CT05.1") String indicator, String name, String nameEn,
            @Schema(description = "Whether the figure is obligatory for the submission") boolean obligatory,
            @Schema(nullable = true) Long numerator, @Schema(nullable = true) Long denominator,
            @Schema(nullable = true) Rating rating, @Schema(nullable = true) String statement,
            @Schema(description = "Subject of the token of the person or system that entered the figure; null while there is none", nullable = true) String enteredBy,
            @Schema(nullable = true) Instant enteredAt) {

        static FigureView of(Indicator indicator, Period period, Figure entered) {
            boolean obligatory = indicator.isObligatoryIn(period.year(), period.isAnnual());
            if (entered == null) {
                return new FigureView(indicator.code().value(), indicator.name(), indicator.nameEn(), obligatory, null, null,
                        null,
                        null,
                        null, null);
            }
            return new FigureView(indicator.code().value(), indicator.name(), indicator.nameEn(), obligatory,
                    entered.numerator(),
                    entered.denominator(), entered.rating(), entered.statement(), entered.enteredBy(), entered.enteredAt());
        }
    }

    static ReportView of(Report of, Period period, List<Indicator> required,
            List<FigureReference> references) {
        var figures = required.stream()
                .map(indicator -> FigureView.of(indicator, period, of.figures.get(indicator.code().value())))
                .toList();
        return new ReportView(of.revision(), of.id, of.regime, of.period, of.unit, of.state, of.version, of.acceptedVersion,
                of.correction, period.to(),
                period.deadline(ReportingLevel.UNIT), of.narrative(), figures, references, List.copyOf(of.evidence),
                new TreeMap<>(of.explanations), of.createdBy,
                List.copyOf(of.contributors),
                of.history().reopened().names(), of.openQuestions,
                of.createdAt, of.updatedAt,
                of.firstSubmittedAt, of.submittedBy, of.submittedAt, of.acceptedBy, of.acceptedAt, of.closure);
    }
}
