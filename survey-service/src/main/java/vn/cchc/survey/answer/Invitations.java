package vn.cchc.survey.answer;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, Invitation.Key> {
}
