package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.SortNatural;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** One unit's report for one period of one regime, from its first draft to its acceptance. */
@Entity
class Report implements Auditable, Versioned {

    @Id
    @UuidGenerator(style = Style.VERSION_7)
    UUID id;
    String regime;
    String period;
    String unit;
    @Enumerated(EnumType.STRING)
    ReportState state;
    int version;
    String results;
    String difficulties;
    String proposals;
    String initiatives;
    String createdBy;
    Instant createdAt;
    Instant updatedAt;
    Instant firstSubmittedAt;
    String submittedBy;
    Instant submittedAt;
    String acceptedBy;
    Instant acceptedAt;
    String seal;
    @Version
    long lock;

    @ElementCollection
    @CollectionTable(name = "figure", joinColumns = @JoinColumn(name = "report"))
    @MapKeyColumn(name = "indicator")
    @SortNatural
    SortedMap<String, Figure> figures = new TreeMap<>();

    @ElementCollection
    @CollectionTable(name = "evidence", joinColumns = @JoinColumn(name = "report"))
    @OrderColumn(name = "place")
    List<Evidence> evidence = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "status_change", joinColumns = @JoinColumn(name = "report"))
    @SortNatural
    SortedSet<StatusChange> statusChanges = new TreeSet<>();

    protected Report() {
    }

    Report(String regime, String period, String unit, String by, Instant at) {
        this.regime = regime;
        this.period = period;
        this.unit = unit;
        this.version = 1;
        this.createdBy = by;
        this.createdAt = at;
        record(Action.CREATE, by, at, null, null);
    }

    @Override
    public String auditType() {
        return "report";
    }

    @Override
    public String auditId() {
        return id.toString();
    }

    @Override
    public long revision() {
        return lock;
    }

    @Override
    public Object auditSnapshot() {
        return ReportAuditSnapshotV1.of(this);
    }

    List<StatusChange> statusChangesAfter(int number, int atMost) {
        return statusChanges.stream().filter(change -> change.number() > number).limit(atMost).toList();
    }

    /** @throws ProblemException if figures, text and evidence cannot be changed in the current state */
    void requireOpen() {
        if (!state.isOpen()) {
            throw new ProblemException(ReportingProblem.NOT_EDITABLE, state);
        }
    }

    Report requireAccepted() {
        if (state != ReportState.ACCEPTED) {
            throw new ProblemException(ReportingProblem.NOT_ACCEPTED, state);
        }
        return this;
    }

    void enter(String indicator, Figure figure) {
        requireOpen();
        figures.put(indicator, figure);
        updatedAt = figure.enteredAt();
    }

    void enter(Narrative narrative, Instant at) {
        requireOpen();
        results = narrative.results();
        difficulties = narrative.difficulties();
        proposals = narrative.proposals();
        initiatives = narrative.initiatives();
        updatedAt = at;
    }

    void enter(List<Evidence> documents, Instant at) {
        requireOpen();
        evidence.clear();
        evidence.addAll(documents);
        updatedAt = at;
    }

    void handOver(String by, Instant at) {
        changeStatus(Action.HANDOVER, by, at, null, null);
    }

    /** @param violations what the quality gate found */
    void submit(String by, Instant at, List<Violation> violations) {
        if (Action.SUBMIT.isAllowedIn(state) && !violations.isEmpty()) {
            throw new ProblemException(ReportingProblem.NOT_READY, violations);
        }
        changeStatus(Action.SUBMIT, by, at, null, null);
        submittedBy = by;
        submittedAt = at;
        if (firstSubmittedAt == null) {
            firstSubmittedAt = at;
        }
    }

    /** Does not alter author and time of the submission. */
    void accept(String by, Instant at) {
        if (state == ReportState.SUBMITTED && by.equals(submittedBy)) {
            throw new ProblemException(ReportingProblem.FOUR_EYES);
        }
        changeStatus(Action.ACCEPT, by, at, null, null);
        acceptedBy = by;
        acceptedAt = at;
        seal = Seal.of(this).hex();
    }

    /** The event for one accepted figure. */
    UnitResultAccepted resultAccepted(String indicator, String plan, UnitResultAccepted.Period period) {
        Figure figure = figures.get(indicator);
        return new UnitResultAccepted(indicator, plan, period, unit, figure.numerator(), figure.denominator(),
                figure.rating() == null ? null : figure.rating().name(), figure.statement(), id, version, regime, submittedBy,
                submittedAt, acceptedBy, acceptedAt, seal);
    }

    void returnToUnit(String by, Instant at, ReturnReason code, String reason) {
        changeStatus(Action.RETURN, by, at, code, reason);
    }

    void withdraw(String by, Instant at) {
        changeStatus(Action.WITHDRAW, by, at, null, null);
    }

    private void changeStatus(Action action, String by, Instant at, ReturnReason code, String reason) {
        if (!action.isAllowedIn(state)) {
            throw new ProblemException(ReportingProblem.WRONG_STATE, action, state);
        }
        record(action, by, at, code, reason);
    }

    private void record(Action action, String by, Instant at, ReturnReason code, String reason) {
        state = action.target();
        updatedAt = at;
        statusChanges.add(new StatusChange(statusChanges.size() + 1, action, state, by, at, code, reason));
    }
}
