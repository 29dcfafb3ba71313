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

import vn.cchc.audit.Auditable;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** One unit's report for one period of one regime, from its first draft to its acceptance. */
@Entity
class Report implements Auditable {

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
    @CollectionTable(name = "step", joinColumns = @JoinColumn(name = "report"))
    @SortNatural
    SortedSet<StatusChange> steps = new TreeSet<>();

    protected Report() {
    }

    Report(String regime, String period, String unit, String by, Instant at) {
        this.regime = regime;
        this.period = period;
        this.unit = unit;
        this.version = 1;
        this.createdBy = by;
        this.createdAt = at;
        take(Action.CREATE, by, at, null, null);
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
    public Object auditSnapshot() {
        return new Followed(regime, period, unit, state, Narrative.of(this), figures, evidence, seal);
    }

    /** Who did it and when stands in the trail itself. */
    private record Followed(String regime, String period, String unit, ReportState state, Narrative narrative,
            SortedMap<String, Figure> figures, List<Evidence> evidence, String seal) {
    }

    List<StatusChange> stepsAfter(int number, int atMost) {
        return steps.stream().filter(step -> step.number() > number).limit(atMost).toList();
    }

    /** Refuses unless figures, text and evidence may be changed. */
    void mustBeOpen() {
        if (!state.isOpen()) {
            throw new ProblemException(ReportingProblem.WRONG_STATE, "EDIT", state.name());
        }
    }

    Report mustBeAccepted() {
        if (state != ReportState.ACCEPTED) {
            throw new ProblemException(ReportingProblem.WRONG_STATE, "VERIFY_SEAL", state.name());
        }
        return this;
    }

    void enter(String indicator, Figure figure) {
        mustBeOpen();
        figures.put(indicator, figure);
        updatedAt = figure.enteredAt();
    }

    void enter(Narrative narrative, Instant at) {
        mustBeOpen();
        results = narrative.results();
        difficulties = narrative.difficulties();
        proposals = narrative.proposals();
        initiatives = narrative.initiatives();
        updatedAt = at;
    }

    void enter(List<Evidence> documents, Instant at) {
        mustBeOpen();
        evidence.clear();
        evidence.addAll(documents);
        updatedAt = at;
    }

    void handOver(String by, Instant at) {
        step(Action.HANDOVER, by, at, null, null);
    }

    /** @param violations what keeps it from being submitted, by the quality gate */
    void submit(String by, Instant at, List<Violation> violations) {
        if (Action.SUBMIT.isPossibleFrom(state) && !violations.isEmpty()) {
            throw new ProblemException(ReportingProblem.NOT_READY, violations);
        }
        step(Action.SUBMIT, by, at, null, null);
        submittedBy = by;
        submittedAt = at;
        if (firstSubmittedAt == null) {
            firstSubmittedAt = at;
        }
    }

    /** Author and time of submission stay as they are. */
    void accept(String by, Instant at) {
        if (state == ReportState.SUBMITTED && by.equals(submittedBy)) {
            throw new ProblemException(ReportingProblem.FOUR_EYES);
        }
        step(Action.ACCEPT, by, at, null, null);
        acceptedBy = by;
        acceptedAt = at;
        seal = Seal.of(this).hex();
    }

    /** What others are told of an accepted figure. */
    UnitResultAccepted accepted(String indicator, String plan, UnitResultAccepted.Period window) {
        Figure figure = figures.get(indicator);
        return new UnitResultAccepted(indicator, plan, window, unit, figure.numerator(), figure.denominator(),
                figure.rating() == null ? null : figure.rating().name(), figure.statement(), id, version, regime, submittedBy,
                submittedAt, acceptedBy, acceptedAt, seal);
    }

    void returnToUnit(String by, Instant at, ReturnReason code, String reason) {
        step(Action.RETURN, by, at, code, reason);
    }

    void withdraw(String by, Instant at) {
        step(Action.WITHDRAW, by, at, null, null);
    }

    private void step(Action action, String by, Instant at, ReturnReason code, String reason) {
        if (!action.isPossibleFrom(state)) {
            throw new ProblemException(ReportingProblem.WRONG_STATE, action.name(), state.name());
        }
        take(action, by, at, code, reason);
    }

    private void take(Action action, String by, Instant at, ReturnReason code, String reason) {
        state = action.to();
        updatedAt = at;
        steps.add(new StatusChange(steps.size() + 1, action, state, by, at, code, reason));
    }
}
