package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.targets.period.Period;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.values.DateRange;

/**
 * Units with the same responsibility, contribution and reporting state for an indicator and year.
 *
 * @param responsibility empty for units that were never assigned, which need not report
 * @param contribution what they contribute together; empty if they contribute nothing
 * @param handedIn the days of each report that they have handed in, or whose deadline is extended to a day that is not past
 * @param units how many they are
 */
record UnitGroup(Optional<Responsibility> responsibility, Optional<GroupContribution> contribution,
        List<DateRange> handedIn, long units) {

    /** The days of a report, and its new deadline. */
    private static final Pattern EXTENSION = Pattern.compile("([^@]+)@([0-9-]{10})");

    /**
     * @param basis the periods on which each unit's contribution rests
     * @param cutOff the cut-off day of the last of them
     * @param annual whether that is the annual report
     */
    record GroupContribution(String basis, LocalDate cutOff, boolean annual, ResultTotal total) {

        /** The codes of the periods. */
        List<String> periods() {
            return List.of(basis.split("[+]"));
        }
    }

    /** @param day the day on which an extended deadline is past or not */
    static UnitGroup of(CountedUnits counted, ResultTotal total, LocalDate day) {
        Optional<Responsibility> responsibility = Optional.ofNullable(counted.responsible())
                .map(days -> Responsibility.parse(days, counted.existing()));
        Optional<GroupContribution> contribution = Optional.ofNullable(counted.basis())
                .map(basis -> new GroupContribution(basis, counted.cutOff(), counted.annual(), total));
        return new UnitGroup(responsibility, contribution,
                Stream.concat(Responsibility.ranges(counted.handedIn()).stream(), extended(counted, day)).toList(),
                total.units());
    }

    private static Stream<DateRange> extended(CountedUnits counted, LocalDate day) {
        return EXTENSION.matcher(counted.extended()).results()
                .filter(extension -> !LocalDate.parse(extension.group(2)).isBefore(day))
                .flatMap(extension -> Responsibility.ranges(extension.group(1)).stream());
    }

    /** The periods whose reports must hold the indicator. */
    List<Period> due(ReportingYear year, TimeBasis basis) {
        return responsibility.map(days -> year.periods().stream().filter(period -> days.isDueIn(period, basis)).toList())
                .orElse(List.of());
    }

    /** The last of the periods whose reports must hold the indicator. */
    Optional<Period> lastDue(ReportingYear year, TimeBasis basis) {
        return due(year, basis).stream().max(Comparator.comparing(Period::cutOff));
    }

    /** The last period whose report is overdue on a day, not handed in, and not made up for by another one. */
    Optional<Period> overdue(ReportingYear year, TimeBasis basis, LocalDate day) {
        List<DateRange> reported = Stream.concat(handedIn.stream(), accepted(year)).toList();
        return due(year, basis).stream().filter(period -> period.isOverdueOn(day))
                .filter(period -> reported.stream().noneMatch(days -> makesUpFor(days, period, basis)))
                .max(Comparator.comparing(Period::cutOff));
    }

    private Stream<DateRange> accepted(ReportingYear year) {
        List<String> periods = contribution.map(GroupContribution::periods).orElse(List.of());
        return year.periods().stream().filter(period -> periods.contains(period.code().value())).map(Period::window);
    }

    /** A report holds the flow of its own days only; any other figure is replaced by a later one. */
    private static boolean makesUpFor(DateRange reported, Period period, TimeBasis basis) {
        return basis == TimeBasis.FLOW ? reported.contains(period.window()) : !reported.endsBefore(period.cutOff());
    }

    boolean isResponsibleOn(LocalDate day) {
        return responsibility.map(days -> days.contains(day)).orElse(true);
    }
}
