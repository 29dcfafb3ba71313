package vn.cchc.reporting.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** The indicators of a regime by the units to which they are assigned, for one period. */
public final class AssignedIndicators {

    private record Duty(Indicator indicator, DateRange days) {
    }

    private final Map<String, List<Duty>> duties = new HashMap<>();
    private final List<ReferredIndicator> referred;
    private final Period period;
    private final DateRange window;

    /** @param referred the indicators that are reported under other regimes */
    AssignedIndicators(List<Indicator> indicators, List<ReferredIndicator> referred, Period period) {
        this.period = period;
        this.window = period.window();
        this.referred = referred;
        indicators.stream().filter(indicator -> indicator.isReportedIn(period)).forEach(indicator -> indicator.assignments()
                .forEach(assignment -> duties.computeIfAbsent(assignment.unit(), unit -> new ArrayList<>())
                        .add(new Duty(indicator, Indicator.days(assignment)))));
    }

    /**
     * The indicators that the regime asks a unit for.
     *
     * @param life the days on which the unit exists
     */
    public AskedIndicators askedOf(UnitCode unit, DateRange life) {
        List<Indicator> required = duties.getOrDefault(unit.value(), List.of()).stream()
                .filter(duty -> duty.indicator().isDue(duty.days(), life, window)).map(Duty::indicator).distinct().toList();
        return new AskedIndicators(required, referred.stream()
                .filter(other -> other.indicator().isRequiredOf(unit, life, window, period.isAnnual())).toList());
    }

    /** Whether an indicator is assigned to a unit on any day. */
    public boolean isAssigned(String unit, String indicator) {
        return duties.getOrDefault(unit, List.of()).stream().anyMatch(duty -> duty.indicator().code.equals(indicator));
    }
}
