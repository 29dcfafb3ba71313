package vn.cchc.survey.campaign;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class PublishedResults implements PanacheRepositoryBase<PublishedResult, UUID> {
}
