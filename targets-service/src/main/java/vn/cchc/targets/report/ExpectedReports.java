package vn.cchc.targets.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.period.Periods;
import vn.cchc.targets.result.UnitScope;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The reporting years on which the units' reports have an effect. */
@ApplicationScoped
class ExpectedReports {

    private final Periods periods;

    ExpectedReports(Periods periods) {
        this.periods = periods;
    }

    record Key(String regime, String period, String unit) {
    }

    /** Nothing for a period that is not known: its year is counted when the period arrives. */
    Set<UnitScope> of(Collection<Key> reports) {
        Set<UnitScope> scopes = new HashSet<>();
        Map<String, List<Key>> ofRegimes = reports.stream().collect(Collectors.groupingBy(Key::regime));
        ofRegimes.forEach((code, ofRegime) -> {
            RegimeCode regime = new RegimeCode(code);
            Map<PeriodCode, Integer> years = periods.yearsOf(regime,
                    ofRegime.stream().map(report -> new PeriodCode(report.period())).collect(Collectors.toSet()));
            ofRegime.stream().filter(report -> years.containsKey(new PeriodCode(report.period())))
                    .forEach(report -> scopes.add(new UnitScope(new UnitCode(report.unit()), regime,
                            years.get(new PeriodCode(report.period())))));
        });
        return scopes;
    }
}
