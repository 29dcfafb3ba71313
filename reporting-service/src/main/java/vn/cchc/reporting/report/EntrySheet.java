package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.ReportingLevel;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.quality.Part;
import vn.cchc.reporting.report.LastFigures.LastFigure;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.IndicatorCode;

@Schema(description = "The figures that a unit reports for a period, for entry; also before there is a report")
record EntrySheet(@JsonIgnore Revision revision, @Schema(examples = "CCHC") String regime,
        @Schema(examples = "2025") String period, @Schema(examples = "VP") String unit,
        @Schema(description = "Id of the report; null before the first entry", nullable = true) UUID report,
        @Schema(description = "State of the report; null before the first entry", nullable = true) ReportState state,
        @Schema(description = "Last day of the period's window (ngày chốt số liệu)") LocalDate cutOff,
        @Schema(description = "Last day on which the report is on time") LocalDate due, List<Row> figures,
        @Schema(description = "The figures that the regime asks for and that are entered under another regime") List<FigureReference> references)
        implements
            Versioned {

    @Schema(name = "EntryRow")
    record Row(@Schema(examples = "CT05.2") String indicator, String name, String nameEn,
            @Schema(description = "Whether the figure is obligatory for the submission") boolean obligatory,
            @Schema(description = "Whether it is a rating with a statement instead of numbers") boolean qualitative,
            @Schema(description = "Whether it cannot be changed now: by the state of the report, or because other fields were reopened") boolean locked,
            @Schema(nullable = true) Long numerator, @Schema(nullable = true) Long denominator,
            @Schema(nullable = true) Rating rating, @Schema(nullable = true) String statement,
            @Schema(description = "The parts that are computed; they can be left out, and no other value is accepted") List<Derivation> derived,
            @Schema(description = "The latest earlier figure; null if there is none", nullable = true) LastFigure last) {
    }

    @Schema(name = "EntryDerivation", description = "A part of a figure that is computed from another figure")
    record Derivation(Part part, @Schema(examples = "CT05.1") IndicatorCode sourceIndicator, Part sourcePart) {
    }

    /** The version of the figures of a report that does not exist. */
    static Revision noReport(ReportKey key) {
        return new Revision("entry", key.toString(), 0);
    }

    static EntrySheet of(Report of, Period period, EntryRules rules, Map<String, LastFigure> last,
            List<FigureReference> references) {
        boolean exists = of.id != null;
        List<Row> rows = rules.required().values().stream().map(indicator -> row(of, period, indicator, rules, last)).toList();
        return new EntrySheet(exists ? of.revision() : noReport(of.key()), of.regime, of.period, of.unit, of.id,
                exists ? of.state : null, period.to(), period.deadline(ReportingLevel.UNIT), rows, references);
    }

    private static Row row(Report of, Period period, Indicator indicator, EntryRules rules,
            Map<String, LastFigure> last) {
        String code = indicator.code().value();
        NewFigure entered = of.figures.containsKey(code) ? NewFigure.of(of.figures.get(code))
                : new NewFigure(null, null, null, null);
        boolean locked = !of.state.isOpen() || of.history().reopened().isLocked(ReportField.figure(code));
        return new Row(code, indicator.name(), indicator.nameEn(), indicator.isObligatoryIn(period.year(), period.isAnnual()),
                indicator.isQualitative(), locked, entered.numerator(), entered.denominator(), entered.rating(),
                entered.statement(), derivations(indicator.code(), rules), last.get(code));
    }

    private static List<Derivation> derivations(IndicatorCode code, EntryRules rules) {
        return rules.derivationsOf(code).map(derivation -> new Derivation(derivation.part().part(),
                derivation.source().indicator(), derivation.source().part())).toList();
    }
}
