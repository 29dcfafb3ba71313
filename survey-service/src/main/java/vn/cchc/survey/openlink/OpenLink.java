package vn.cchc.survey.openlink;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.UuidGenerator;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.invitation.InvitationToken;

/** A link (liên kết chung) with which anybody answers, within limits. Of its token only the hash is stored. */
@Entity
class OpenLink implements Auditable {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    UUID campaign;
    String tokenHash;
    Instant validUntil;
    int maxAnswers;
    int maxPerHour;
    Instant createdAt;
    Instant endedAt;
    /** Counted in the transaction that stores the answers; so are the hour and its answers. */
    long answers;
    /** The hour of the latest answer: a precise time would tell whose it is. */
    Instant hour;
    int hourAnswers;
    @Version
    long version;

    protected OpenLink() {
    }

    OpenLink(NewOpenLink request, UUID campaign, InvitationToken token, Instant at) {
        this.campaign = campaign;
        this.tokenHash = token.hash();
        this.validUntil = request.validUntil();
        this.maxAnswers = request.maxAnswers();
        this.maxPerHour = request.maxPerHour();
        this.createdAt = at;
    }

    boolean isOver(Instant now) {
        return endedAt != null || !now.isBefore(validUntil);
    }

    boolean isFull() {
        return answers >= maxAnswers;
    }

    void end(Instant at) {
        if (endedAt == null) {
            endedAt = at;
        }
    }

    void requireOpen(Instant now) {
        if (isOver(now)) {
            throw new ProblemException(SurveyProblem.OPEN_LINK_ENDED);
        }
        if (isFull()) {
            throw new ProblemException(SurveyProblem.OPEN_LINK_FULL);
        }
    }

    @Override
    public String auditType() {
        return "open-link";
    }

    @Override
    public String auditId() {
        return id.toString();
    }

    @Override
    public Object auditSnapshot() {
        return OpenLinkAuditSnapshotV1.of(this);
    }
}
