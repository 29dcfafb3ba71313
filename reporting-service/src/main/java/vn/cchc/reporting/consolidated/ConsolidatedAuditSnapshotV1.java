package vn.cchc.reporting.consolidated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a consolidated report in the audit trail. The answers to proposals are audited on their own. */
record ConsolidatedAuditSnapshotV1(String regime, String period, String state, Instant compiledAt,
        SortedMap<String, FigureV1> figures, SortedMap<String, String> sections, DispatchV1 dispatch, String seal) {

    record FigureV1(String numerator, String denominator, String rating, long units) {

        static FigureV1 of(IndicatorTotal total) {
            return new FigureV1(total.numerator() == null ? null : total.numerator().toString(),
                    total.denominator() == null ? null : total.denominator().toString(),
                    total.rating() == null ? null : total.rating().name(), total.units());
        }
    }

    record DispatchV1(String number, LocalDate date, String channel, String receiver) {

        static DispatchV1 of(Dispatch dispatch) {
            return dispatch == null ? null
                    : new DispatchV1(dispatch.number(), dispatch.date(), dispatch.channel().name(), dispatch.receiver());
        }
    }

    static ConsolidatedAuditSnapshotV1 of(ConsolidatedReport report) {
        SortedMap<String, FigureV1> figures = new TreeMap<>();
        report.figures.forEach((indicator, total) -> figures.put(indicator, FigureV1.of(total)));
        SortedMap<String, String> sections = new TreeMap<>();
        report.sections.forEach((section, text) -> sections.put(section.name(), text.text()));
        return new ConsolidatedAuditSnapshotV1(report.regime, report.period, report.state.name(), report.compiledAt, figures,
                sections, DispatchV1.of(report.dispatch), report.seal);
    }
}
