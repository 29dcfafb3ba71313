package vn.cchc.targets.task;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.rest.change.Auditable;
import vn.cchc.values.UnitCode;

/** What a unit reports on a task. It is never changed. */
@Entity
@Immutable
@IdClass(ProgressNote.Key.class)
class ProgressNote implements Auditable {

    record Key(String task, int number) {
    }

    @Id
    String task;
    @Id
    int number;
    String unit;
    String text;
    Integer percent;
    @JdbcTypeCode(SqlTypes.JSON)
    List<Evidence> evidence;
    String recordedBy;
    Instant recordedAt;

    protected ProgressNote() {
    }

    ProgressNote(Task task, int number, NewProgressNote wanted, String unit, String by, Instant at) {
        this.task = task.code;
        this.number = number;
        this.unit = unit;
        this.text = wanted.text();
        this.percent = wanted.percent();
        this.evidence = wanted.evidence();
        this.recordedBy = by;
        this.recordedAt = at;
    }

    UnitCode unit() {
        return new UnitCode(unit);
    }

    @Override
    public String auditType() {
        return "progress-note";
    }

    @Override
    public String auditId() {
        return task + "/" + number;
    }

    @Override
    public Object auditSnapshot() {
        return new ProgressNoteAuditSnapshotV1(task, number, unit, text, percent,
                TaskAuditSnapshotV1.EvidenceV1.of(evidence));
    }
}
