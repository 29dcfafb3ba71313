package vn.cchc.reporting.question;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.problem.ProblemException;

/** A reviewer's question on one field of a report. The unit answers it once. */
@Entity
@Table(name = "report_question")
// The application may update the answer only.
@DynamicUpdate
@IdClass(Question.Key.class)
class Question implements Auditable {

    record Key(UUID report, int number) {
    }

    @Id
    UUID report;
    @Id
    int number;
    String field;
    @Column(name = "text")
    String text;
    String askedBy;
    Instant askedAt;
    String answer;
    String answeredBy;
    Instant answeredAt;

    protected Question() {
    }

    Question(Key key, NewQuestion asked, String by, Instant at) {
        this.report = key.report();
        this.number = key.number();
        this.field = asked.field();
        this.text = asked.text();
        this.askedBy = by;
        this.askedAt = at;
    }

    void answer(NewAnswer given, String by, Instant at) {
        if (answer != null) {
            throw new ProblemException(ReportingProblem.ALREADY_ANSWERED, number);
        }
        answer = given.text();
        answeredBy = by;
        answeredAt = at;
    }

    @Override
    public String auditType() {
        return "report-question";
    }

    @Override
    public String auditId() {
        return report + "/" + number;
    }

    @Override
    public Object auditSnapshot() {
        return new QuestionAuditSnapshotV1(report.toString(), number, field, text, answer);
    }
}
