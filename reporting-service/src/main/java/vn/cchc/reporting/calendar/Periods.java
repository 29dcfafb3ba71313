package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** The versions of all periods. Versions are only added. */
@ApplicationScoped
class Periods implements PanacheRepositoryBase<Period, UUID> {

    private static final String CURRENT = """
            from Period p where p.version = (select max(v.version) from Period v where v.regime = p.regime and v.code = p.code)
            """;

    Optional<Period> current(RegimeCode regime, PeriodCode code) {
        return find("regime = ?1 and code = ?2 order by version desc", regime.value(), code.value()).firstResultOptional();
    }

    /** The periods of a reporting year in the order of their cut-offs. */
    List<Period> current(RegimeCode regime, int year) {
        return list(CURRENT + "and p.regime = ?1 and p.year = ?2 and not p.cancelled order by p.to, p.from desc",
                regime.value(), year);
    }

    /** The periods of some regimes whose windows end by a day. */
    List<Period> endingBy(Collection<String> regimes, LocalDate day) {
        return list(CURRENT + "and p.regime in ?1 and p.to <= ?2 and not p.cancelled", regimes, day);
    }

    Map<String, List<Period>> currentByRegime() {
        return stream(CURRENT).collect(Collectors.groupingBy(period -> period.regime));
    }

    /** All versions of a period, the oldest first. */
    List<Period> history(RegimeCode regime, PeriodCode code) {
        return list("regime = ?1 and code = ?2 order by version", regime.value(), code.value());
    }

    /** Holds all other changes of periods, regimes and holidays back until the transaction ends. */
    void lock() {
        getEntityManager().createNativeQuery("lock table period in share row exclusive mode").executeUpdate();
    }
}
