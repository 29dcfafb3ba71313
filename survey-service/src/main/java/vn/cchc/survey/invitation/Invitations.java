package vn.cchc.survey.invitation;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Invitations implements PanacheRepositoryBase<Invitation, Invitation.Key> {
}
