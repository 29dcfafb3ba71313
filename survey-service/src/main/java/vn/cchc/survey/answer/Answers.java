package vn.cchc.survey.answer;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class Answers implements PanacheRepositoryBase<Answer, UUID> {

    long countOf(UUID campaign) {
        return count("campaign", campaign);
    }
}
