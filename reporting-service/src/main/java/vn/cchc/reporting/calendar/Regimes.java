package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

@ApplicationScoped
public class Regimes implements PanacheRepositoryBase<Regime, UUID> {

    private final Periods periods;

    Regimes(Periods periods) {
        this.periods = periods;
    }

    /** The latest version of a regime. */
    public Optional<Regime> latest(RegimeCode code) {
        return find("code = ?1 order by version desc", code.value()).firstResultOptional();
    }

    /** The latest version of a regime; 404 if there is no such regime. */
    public Regime require(RegimeCode code) {
        return latest(code).orElseThrow(() -> notFound(code.value()));
    }

    /** A period of a regime, also a cancelled one. */
    public Optional<Period> period(RegimeCode regime, PeriodCode period) {
        return periods.current(regime, period);
    }

    /** The periods of some regimes whose windows end by a day. */
    public List<Period> periodsEndingBy(Collection<String> regimes, LocalDate day) {
        return periods.endingBy(regimes, day);
    }

    /** The rules of the version in force on the cut-off day. */
    public List<QualityRule> qualityRules(Period period) {
        RegimeVersions versions = requireVersions(period.regime());
        return versions.inForceOn(period.to()).orElseGet(() -> versions.version(period.regimeVersion)).qualityRules;
    }

    /** @throws ProblemException 404 if there is no regime of the code */
    RegimeVersions requireVersions(RegimeCode code) {
        List<Regime> versions = list("code = ?1 order by version", code.value());
        if (versions.isEmpty()) {
            throw notFound(code.value());
        }
        return new RegimeVersions(versions);
    }

    Collection<RegimeVersions> allVersions() {
        return stream("order by code, version").collect(Collectors.groupingBy(Regime::code)).values().stream()
                .map(RegimeVersions::new).sorted(Comparator.comparing(versions -> versions.latest().code())).toList();
    }

    /** The latest version of each regime after a code, in the order of their codes. */
    List<Regime> after(String code, int rows) {
        return find("""
                from Regime r where r.code > ?1
                and r.version = (select max(v.version) from Regime v where v.code = r.code)
                order by r.code""", code).page(0, rows).list();
    }

    static ProblemException notFound(String key) {
        return ProblemException.notFound(ResourceType.REGIME, key);
    }

    /** The period that a body names in {@code regime} and {@code period}; otherwise adds what is wrong with these fields. */
    public Optional<Period> named(String regime, String period, BodyViolations violations) {
        if (!violations.isValid("regime")) {
            return Optional.empty();
        }
        RegimeCode code = new RegimeCode(regime);
        Optional<Regime> known = latest(code);
        if (known.isEmpty()) {
            violations.add(Violation.at("/regime", ReportingProblem.UNKNOWN_REGIME, regime));
        }
        if (known.isEmpty() || !violations.isValid("period")) {
            return Optional.empty();
        }
        Optional<Period> found = period(code, new PeriodCode(period)).filter(each -> !each.isCancelled());
        if (found.isEmpty()) {
            violations.add(Violation.at("/period", ReportingProblem.INVALID_PERIOD, period, known.get().periodCodes()));
        }
        return found;
    }
}
