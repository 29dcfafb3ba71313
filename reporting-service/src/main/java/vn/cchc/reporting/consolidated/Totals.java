package vn.cchc.reporting.consolidated;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

/**
 * The totals of the indicators in a period, equal to those of the scoreboard.
 *
 * @param byIndicator the totals by the codes of the indicators
 * @param reports the reports whose figures are in a total
 */
record Totals(SortedMap<String, IndicatorTotal> byIndicator, Set<UUID> reports) {

    /**
     * @param figures the accepted figures of the period; of all periods of the year if the period is the year
     * @param lives the days on which each unit exists
     */
    static Totals of(Period period, List<Indicator> indicators, List<UnitFigure> figures, Map<UnitCode, DateRange> lives) {
        SortedMap<String, IndicatorTotal> totals = new TreeMap<>();
        Set<UUID> reports = new HashSet<>();
        Map<IndicatorCode, List<UnitFigure>> byIndicator = figures.stream().collect(groupingBy(UnitFigure::indicator));
        for (Indicator indicator : indicators) {
            List<UnitFigure> given = byIndicator.getOrDefault(indicator.code(), List.of());
            Collection<Contribution> counted = period.isAnnual() ? ofYear(period, indicator, given, lives)
                    : given.stream().map(Contribution::single).toList();
            counted.forEach(contribution -> contribution.figures().forEach(figure -> reports.add(figure.report())));
            totals.put(indicator.code().value(), Contribution.total(indicator, counted));
        }
        return new Totals(totals, reports);
    }

    private static Collection<Contribution> ofYear(Period year, Indicator indicator, List<UnitFigure> figures,
            Map<UnitCode, DateRange> lives) {
        Map<UnitCode, List<DateRange>> responsible = new HashMap<>();
        Map<UnitCode, Contribution> contributions = new HashMap<>();
        figures.stream().collect(groupingBy(UnitFigure::unit)).forEach((unit, given) -> {
            responsible.put(unit, responsibility(indicator, unit, lives.get(unit)));
            Contribution.ofYear(given, indicator.isFlow(), responsible.get(unit), year.yearFrom())
                    .ifPresent(contribution -> contributions.put(unit, contribution));
        });
        if (indicator.isFlow()) {
            return contributions.values();
        }
        // A unit that is not responsible any more on the latest cut-off day has no part in the state of that day.
        LocalDate reference = contributions.entrySet().stream()
                .filter(unit -> contains(responsible.get(unit.getKey()), unit.getValue().cutOff()))
                .map(unit -> unit.getValue().cutOff()).max(Comparator.naturalOrder()).orElse(null);
        contributions.keySet().removeIf(unit -> reference == null || !contains(responsible.get(unit), reference));
        return contributions.values();
    }

    /** A unit that was never assigned is taken as always responsible: its report was accepted with the indicator in it. */
    private static List<DateRange> responsibility(Indicator indicator, UnitCode unit, DateRange life) {
        List<DateRange> assignments = indicator.assignmentsOf(unit);
        return assignments.isEmpty() ? List.of(DateRange.UNBOUNDED)
                : assignments.stream().map(Objects.requireNonNullElse(life, DateRange.UNBOUNDED)::intersection)
                        .flatMap(Optional::stream).toList();
    }

    private static boolean contains(List<DateRange> days, LocalDate day) {
        return days.stream().anyMatch(range -> range.contains(day));
    }
}
