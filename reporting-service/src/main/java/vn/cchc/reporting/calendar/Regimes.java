package vn.cchc.reporting.calendar;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.house.problem.Refusal;

@ApplicationScoped
public class Regimes implements PanacheRepositoryBase<Regime, String> {

    public Regime require(String code) {
        return findByIdOptional(code).orElseThrow(() -> Refusal.notFound("regime", code));
    }
}
