package vn.cchc.targets.plan;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class Plans implements PanacheRepositoryBase<Plan, String> {

    /** Until the transaction ends, nobody else loads a plan. */
    void lock() {
        getEntityManager().createNativeQuery("lock table plan in exclusive mode").executeUpdate();
    }
}
