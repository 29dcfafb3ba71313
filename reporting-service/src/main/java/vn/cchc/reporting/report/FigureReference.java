package vn.cchc.reporting.report;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.indicator.ReferredIndicator;

@Schema(name = "ReportReference", description = "A figure of another regime's report that this regime asks for too (số liệu dẫn chiếu). It is entered, reviewed and counted there")
record FigureReference(@Schema(examples = "CT05.1") String indicator, String name, String nameEn, Status status,
        @Schema(description = "The regime under which the figure is entered", examples = "CCHC") String regime,
        @Schema(description = "The period of that regime: the latest one that ends within this report's window or before, for a flow in the same year", examples = "2025Q3", nullable = true) String period,
        @Schema(description = "The report in which the figure is entered", nullable = true) UUID report,
        @Schema(description = "The accepted version of that report", nullable = true) Integer version,
        @Schema(nullable = true) Long numerator, @Schema(nullable = true) Long denominator,
        @Schema(nullable = true) Rating rating, @Schema(nullable = true) String statement) {

    @Schema(name = "ReportReferenceStatus", description = "ACCEPTED: the figure is there. NOT_ACCEPTED: no accepted report of the period has it yet. NO_PERIOD: the other regime has no period to refer to yet")
    enum Status {
        ACCEPTED,
        NOT_ACCEPTED,
        NO_PERIOD
    }

    /** @param report null if there is none */
    static FigureReference without(ReferredIndicator referred, UUID report) {
        Indicator indicator = referred.indicator();
        return new FigureReference(indicator.code().value(), indicator.name(), indicator.nameEn(),
                referred.source().isPresent() ? Status.NOT_ACCEPTED : Status.NO_PERIOD, indicator.regime().value(),
                referred.source().map(Period::code).map(Object::toString).orElse(null), report, null, null, null, null, null);
    }

    FigureReference accepted(int inVersion, Long acceptedNumerator, Long acceptedDenominator, Rating acceptedRating,
            String acceptedStatement) {
        return new FigureReference(indicator, name, nameEn, Status.ACCEPTED, regime, period, report, inVersion,
                acceptedNumerator, acceptedDenominator, acceptedRating, acceptedStatement);
    }
}
