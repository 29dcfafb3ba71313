package vn.cchc.targets.task;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.values.UnitCode;

/** The lead unit's request to extend the deadline of a task (xin gia hạn), and the decision on it. */
@Entity
@Table(name = "task_extension_request")
@IdClass(ExtensionRequest.Key.class)
class ExtensionRequest implements Auditable {

    record Key(String task, int number) {
    }

    @Id
    String task;
    @Id
    int number;
    String unit;
    LocalDate deadline;
    LocalDate newDeadline;
    String reason;
    String requestedBy;
    Instant requestedAt;
    Boolean granted;
    String decisionReason;
    String decidedBy;
    Instant decidedAt;

    protected ExtensionRequest() {
    }

    ExtensionRequest(Task task, int number, NewExtensionRequest wanted, String unit, String by, Instant at) {
        this.task = task.code;
        this.number = number;
        this.unit = unit;
        this.deadline = task.deadline;
        this.newDeadline = wanted.newDeadline();
        this.reason = wanted.reason();
        this.requestedBy = by;
        this.requestedAt = at;
    }

    UnitCode unit() {
        return new UnitCode(unit);
    }

    /** @param current the deadline that the task has by now */
    void decide(NewExtensionDecision decision, LocalDate current, String by, Instant at) {
        deadline = current;
        granted = decision.granted();
        decisionReason = decision.reason();
        decidedBy = by;
        decidedAt = at;
    }

    /** The requester does not decide, and nobody decides twice. */
    void requireDecidableBy(String subject) {
        if (granted != null) {
            throw new ProblemException(TargetsProblem.EXTENSION_DECIDED, task, number);
        }
        if (requestedBy.equals(subject)) {
            throw new ProblemException(TargetsProblem.OWN_EXTENSION_REQUEST);
        }
    }

    @Override
    public String auditType() {
        return "task-extension-request";
    }

    @Override
    public String auditId() {
        return task + "/" + number;
    }

    @Override
    public Object auditSnapshot() {
        return ExtensionRequestAuditSnapshotV1.of(this);
    }
}
