package vn.cchc.reporting.consolidated;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.ReportingLevel;
import vn.cchc.reporting.consolidated.ConsolidatedContent.ChangedSource;
import vn.cchc.reporting.consolidated.ConsolidatedContent.ReferredTotal;
import vn.cchc.reporting.report.Rating;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

@Schema(description = "The Department's consolidated report for one period of one regime")
record ConsolidatedReportView(@JsonIgnore Revision revision, UUID id, @Schema(examples = "CCHC") String regime,
        @Schema(examples = "2025") String period, ConsolidatedState state,
        @Schema(description = "Last day of the period's window (ngày chốt số liệu)") LocalDate cutOff,
        @Schema(description = "Last day on which the Department's report is on time") LocalDate due,
        @Schema(description = "Time at which the content was made from the accepted versions") Instant compiledAt, Units units,
        Proposals proposals, @Schema(description = "The totals of all indicators that the regime asks for") List<Total> figures,
        @Schema(description = "The totals of the figures of other regimes that the taken reports refer to; they are counted there") List<Referred> references,
        @Schema(description = "The Department's own texts; of other sections the document shows what the units wrote") List<Text> sections,
        @Schema(description = "Reports of which another version counts now than was taken; computed when it is read") List<ChangedSource> changedSince,
        @Schema(description = "Subjects of the tokens of everyone who made or edited any part; none of them can approve the report") List<String> contributors,
        String createdBy, Instant createdAt, Instant updatedAt, @Schema(nullable = true) String approvedBy,
        @Schema(nullable = true) Instant approvedAt,
        @Schema(description = "The name below the signature", nullable = true) String signer,
        @Schema(description = "SHA-256 of the approved content", nullable = true) String seal,
        @Schema(nullable = true) Dispatch dispatch) implements Versioned {

    @Schema(name = "ConsolidatedUnits", description = "The numbers of units")
    record Units(@Schema(description = "Units that had to report", examples = "9") long expected,
            @Schema(description = "Of these, units with an accepted report", examples = "7") long reported,
            @Schema(description = "Of these, units without one", examples = "2") long missing,
            @Schema(description = "Units that reported and did not have to", examples = "0") long unexpected) {
    }

    @Schema(name = "ConsolidatedProposals", description = "The numbers of proposals")
    record Proposals(@Schema(examples = "5") long received, @Schema(examples = "4") long answered) {
    }

    @Schema(name = "ConsolidatedFigure", description = "The total of an indicator")
    record Total(@Schema(examples = "CT05.1") String indicator, String name, String nameEn, IndicatorTotal.Status status,
            @Schema(description = "Sum of the numerators", examples = "195", nullable = true) BigInteger numerator,
            @Schema(description = "Sum of the denominators", examples = "400", nullable = true) BigInteger denominator,
            @Schema(description = "Numerator to denominator in %, rounded half up to two decimals", examples = "48.75", nullable = true) BigDecimal percent,
            @Schema(description = "The lowest rating that a unit gave", nullable = true) Rating rating,
            @Schema(description = "How many units it sums up", examples = "7") long units,
            @Schema(description = "The periods on which it rests", examples = "2025, 2025H1+2025Q3") String periods) {

        static Total of(String indicator, IndicatorTotal total) {
            return new Total(indicator, total.name(), total.nameEn(), total.status(), total.numerator(), total.denominator(),
                    total.percent(), total.rating(), total.units(), total.periods());
        }
    }

    @Schema(name = "ConsolidatedReference", description = "The total of an indicator of another regime, over the reports that refer to it")
    record Referred(@Schema(examples = "CT05.1") String indicator, String name, String nameEn,
            @Schema(description = "The regime under which it is reported", examples = "CCHC") String regime,
            @Schema(description = "The period of that regime; null if there was none to refer to", examples = "2025Q3", nullable = true) String period,
            IndicatorTotal.Status status, @Schema(nullable = true) BigInteger numerator,
            @Schema(nullable = true) BigInteger denominator, @Schema(nullable = true) BigDecimal percent,
            @Schema(description = "The lowest rating", nullable = true) Rating rating,
            @Schema(description = "How many units' figures it sums up", examples = "7") long units,
            @Schema(description = "How many reports refer to a figure that was not accepted yet", examples = "1") long missing) {

        static Referred of(ReferredTotal of) {
            IndicatorTotal total = of.total();
            return new Referred(of.indicator(), total.name(), total.nameEn(), of.regime(), of.period(), total.status(),
                    total.numerator(), total.denominator(), total.percent(), total.rating(), total.units(), of.missing());
        }
    }

    @Schema(name = "ConsolidatedSection", description = "The Department's own text of a section")
    record Text(Section section, String text, String editedBy, Instant editedAt) {
    }

    static ConsolidatedReportView of(ConsolidatedReport of, Period period, Units units, Proposals proposals,
            List<ReferredTotal> references, List<ChangedSource> changedSince) {
        return new ConsolidatedReportView(of.revision(), of.id, of.regime, of.period, of.state, period.to(),
                period.deadline(ReportingLevel.DEPARTMENT), of.compiledAt, units, proposals,
                of.figures.entrySet().stream().map(total -> Total.of(total.getKey(), total.getValue())).toList(),
                references.stream().map(Referred::of).toList(),
                of.sections.entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(text -> new Text(text.getKey(), text.getValue().text(), text.getValue().editedBy(),
                                text.getValue().editedAt()))
                        .toList(),
                changedSince, List.copyOf(of.contributors), of.createdBy, of.createdAt, of.updatedAt, of.approvedBy,
                of.approvedAt, of.signer, of.seal, of.dispatch);
    }
}
