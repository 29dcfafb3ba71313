package vn.cchc.reporting.calendar;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.problem.ProblemException;

@ApplicationScoped
public class Regimes implements PanacheRepositoryBase<Regime, String> {

    public Regime require(String code) {
        return findByIdOptional(code).orElseThrow(() -> ProblemException.notFound("regime", code));
    }
}
