package vn.cchc.reporting.report;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;

/** What an entry of many figures needs to know of a report. */
public record ExistingReport(UUID id, ReportState state, boolean closed, SortedMap<String, Figure> figures,
        SortedSet<StatusChange> history) {

    public boolean isOpen() {
        return state.isOpen() && !closed;
    }

    /** Whether the entry changes a figure that the last return has not reopened. */
    public boolean isLocked(String indicator, NewFigure wanted) {
        return new StatusHistory(history).reopened().isLocked(ReportField.figure(indicator))
                && !wanted.isSame(figures.get(indicator));
    }
}
