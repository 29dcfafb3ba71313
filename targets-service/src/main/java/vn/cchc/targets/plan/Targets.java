package vn.cchc.targets.plan;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class Targets implements PanacheRepositoryBase<Target, Integer> {
}
