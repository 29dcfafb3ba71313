package vn.cchc.targets.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.plan.PrintedTask;
import vn.cchc.values.PlanCode;
import vn.cchc.values.UnitCode;

/** A task of a plan (nhiệm vụ, giải pháp): one that the plan prints, in its words, or one that was added later. */
@Entity
class Task implements Auditable, Versioned {

    @Id
    String code;
    String plan;
    int position;
    @Column(name = "group_number")
    String group;
    String number;
    boolean printed;
    String heading;
    String wording;
    String leadUnit;
    String[] coordinatingUnits = {};
    LocalDate deadline;
    Long budget;
    Integer reportedPercent;
    LocalDate completedOn;
    @JdbcTypeCode(SqlTypes.JSON)
    List<Evidence> completionEvidence;
    Instant reopenedAt;
    String reopeningReason;
    String improvesIndex;
    Integer improvesYear;
    String improvesCriterion;
    long version = 1;

    protected Task() {
    }

    private Task(PlanCode plan, int position, String group, String number) {
        this.code = TaskCode.of(plan, group, number).value();
        this.plan = plan.value();
        this.position = position;
        this.group = group;
        this.number = number;
    }

    static Task of(PlanCode plan, int position, PrintedTask printed) {
        Task task = new Task(plan, position, printed.group(), String.valueOf(printed.number()));
        task.printed = true;
        task.heading = printed.heading();
        task.wording = printed.wording();
        task.leadUnit = printed.unit() == null ? null : printed.unit().value();
        return task;
    }

    /** @param improved null if it is no improvement action */
    static Task of(PlanCode plan, int position, NewTask wanted, ImprovedCriterion improved) {
        Task task = new Task(plan, position, wanted.group(), wanted.number());
        task.wording = wanted.wording();
        task.set(wanted.assignment());
        if (improved != null) {
            task.improvesIndex = improved.index();
            task.improvesYear = improved.year();
            task.improvesCriterion = improved.criterion();
        }
        return task;
    }

    TaskCode code() {
        return new TaskCode(code);
    }

    /** Null if it is no improvement action. */
    ImprovedCriterion improves() {
        return improvesIndex == null ? null : new ImprovedCriterion(improvesIndex, improvesYear, improvesCriterion);
    }

    /** The lead unit before the co-ordinating ones. */
    List<UnitCode> units() {
        return Stream.concat(Stream.ofNullable(leadUnit), Stream.of(coordinatingUnits)).map(UnitCode::new).toList();
    }

    TaskState state(LocalDate today, int nearlyDueDays) {
        return TaskState.of(deadline, completedOn, today, nearlyDueDays);
    }

    void assign(TaskAssignment wanted) {
        set(wanted);
        version++;
    }

    private void set(TaskAssignment wanted) {
        leadUnit = wanted.leadUnit() == null ? null : wanted.leadUnit().value();
        coordinatingUnits = wanted.coordinatingUnits().stream().map(UnitCode::value).sorted().toArray(String[]::new);
        deadline = wanted.deadline();
        budget = wanted.budget();
    }

    /** The unit's own estimate, which is no part of the definition: the version stays. */
    void report(Integer percent) {
        requireOpen();
        reportedPercent = percent == null ? reportedPercent : percent;
    }

    void complete(NewCompletion completion) {
        requireOpen();
        completedOn = completion.completedOn();
        completionEvidence = completion.evidence();
        version++;
    }

    void reopen(String reason, Instant at) {
        if (completedOn == null) {
            throw new ProblemException(TargetsProblem.TASK_NOT_COMPLETED, code);
        }
        completedOn = null;
        completionEvidence = null;
        reopenedAt = at;
        reopeningReason = reason;
        version++;
    }

    void extendTo(LocalDate later) {
        deadline = later;
        version++;
    }

    void requireExtensible() {
        requireOpen();
        if (deadline == null) {
            throw new ProblemException(TargetsProblem.NO_DEADLINE_TO_EXTEND, code);
        }
    }

    void requireOpen() {
        if (completedOn != null) {
            throw new ProblemException(TargetsProblem.TASK_COMPLETED, code, completedOn);
        }
    }

    @Override
    public String auditType() {
        return "task";
    }

    @Override
    public String auditId() {
        return code;
    }

    @Override
    public Revision revision() {
        return new Revision(auditType(), code, version);
    }

    @Override
    public Object auditSnapshot() {
        return TaskAuditSnapshotV2.of(this);
    }
}
