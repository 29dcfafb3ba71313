package vn.cchc.reporting.imports;

import java.util.List;
import java.util.Set;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.indicator.AskedIndicators;
import vn.cchc.reporting.indicator.AssignedIndicators;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.reporting.report.EntryRules;
import vn.cchc.reporting.unit.UnitLife;
import vn.cchc.values.UnitCode;

/** What can be imported for a period by the units of a caller. */
record ImportScope(Period period, Set<String> ownUnits, AssignedIndicators assigned, List<QualityRule> rules) {

    EntryRules entryRules(UnitLife unit) {
        return EntryRules.of(unit.code(), asked(unit), rules);
    }

    List<Indicator> required(UnitLife unit) {
        return asked(unit).required();
    }

    private AskedIndicators asked(UnitLife unit) {
        return assigned.askedOf(new UnitCode(unit.code()), unit.days());
    }
}
