package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SortNatural;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;
import org.hibernate.type.SqlTypes;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/**
 * One unit's report for one period of one regime: the working copy, from its first draft to its acceptance, and of each
 * correction after it. A {@link ReportVersion} keeps what was accepted.
 */
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
    /** The version that counts; null before the first acceptance. */
    Integer acceptedVersion;
    /** Null if every section is empty. */
    @Embedded
    Narrative narrative;
    String createdBy;
    Instant createdAt;
    Instant updatedAt;
    Instant firstSubmittedAt;
    String submittedBy;
    Instant submittedAt;
    String acceptedBy;
    Instant acceptedAt;
    String seal;
    Integer sealFormat;
    /** By the key of the warning. */
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Explanation> explanations = new TreeMap<>();
    /** As they were at the last submission. */
    @Column(name = "figure_references")
    @JdbcTypeCode(SqlTypes.JSON)
    List<FigureReference> references = List.of();
    /** The correction that the working version comes from; null for version 1. */
    @Embedded
    Correction correction;
    /** Null unless the report ended with its unit. */
    @Embedded
    Closure closure;
    /** Questions of reviewers without an answer. */
    @Formula("(select count(*) from report_question q where q.report = id and q.answer is null)")
    int openQuestions;
    @Version
    long lock;
    /** The person as whose deputy the report is changed; null for a change in the actor's own right. */
    @Transient
    private String principal;
    @Transient
    final ReadRequirements read = new ReadRequirements();

    @ElementCollection
    @CollectionTable(name = "figure", joinColumns = @JoinColumn(name = "report"))
    @MapKeyColumn(name = "indicator")
    @SortNatural
    SortedMap<String, Figure> figures = new TreeMap<>();

    @ElementCollection
    @CollectionTable(name = "evidence", joinColumns = @JoinColumn(name = "report"))
    @OrderColumn(name = "place")
    List<Evidence> evidence = new ArrayList<>();

    /**
     * The subjects who entered, handed over or submitted any part in any round, also of the versions that a correction comes
     * from, because it keeps their content; none of them can accept the report.
     */
    @ElementCollection
    @CollectionTable(name = "report_contributor", joinColumns = @JoinColumn(name = "report"))
    @Column(name = "subject")
    @SortNatural
    SortedSet<String> contributors = new TreeSet<>();

    @ElementCollection
    @CollectionTable(name = "status_change", joinColumns = @JoinColumn(name = "report"))
    @SortNatural
    SortedSet<StatusChange> statusChanges = new TreeSet<>();

    protected Report() {
    }

    Report(ReportKey key, String by, Instant at) {
        this(key, by, null, at);
    }

    /** @param principal the person as whose deputy the report is created; null for none */
    Report(ReportKey key, String by, String principal, Instant at) {
        this.principal = principal;
        this.regime = key.regime().value();
        this.period = key.period().value();
        this.unit = key.unit().value();
        this.version = 1;
        this.createdBy = by;
        this.createdAt = at;
        record(Action.CREATE, by, at, NewReturn.NONE);
    }

    RegimeCode regime() {
        return new RegimeCode(regime);
    }

    PeriodCode period() {
        return new PeriodCode(period);
    }

    UnitCode unit() {
        return new UnitCode(unit);
    }

    ReportKey key() {
        return new ReportKey(regime(), period(), unit());
    }

    /** @param represented the person as whose deputy the report is changed from now on; null for none */
    void changeAsDeputyOf(String represented) {
        principal = represented;
    }

    /** The indicators for which a figure was entered. */
    Stream<IndicatorCode> indicators() {
        return figures.keySet().stream().map(IndicatorCode::new);
    }

    boolean hasFigure(IndicatorCode indicator) {
        return figures.containsKey(indicator.value());
    }

    /** The seal that the report got at its acceptance. */
    Seal seal() {
        return new Seal(sealFormat, seal);
    }

    /** The report as it was accepted in this version. It is not stored. */
    Report asAccepted(ReportVersion accepted) {
        Report report = new Report();
        report.id = id;
        report.regime = accepted.regime;
        report.period = accepted.period;
        report.unit = accepted.unit;
        report.state = ReportState.ACCEPTED;
        report.createdBy = createdBy;
        report.createdAt = createdAt;
        report.updatedAt = accepted.acceptedAt;
        report.firstSubmittedAt = firstSubmittedAt;
        report.acceptedVersion = accepted.version;
        report.lock = lock;
        report.restore(accepted);
        return report;
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
    public Revision revision() {
        return new Revision(auditType(), auditId(), lock);
    }

    @Override
    public Object auditSnapshot() {
        return ReportAuditSnapshotV6.of(this);
    }

    StatusHistory history() {
        return new StatusHistory(statusChanges);
    }

    Narrative narrative() {
        return Narrative.orNone(narrative);
    }

    RoundContentV1 content() {
        return RoundContentV1.of(figures, narrative(), evidence);
    }

    /** Whether the working version is a correction that is not accepted yet. */
    boolean isInCorrection() {
        return acceptedVersion != null && state != ReportState.ACCEPTED;
    }

    /** @throws ProblemException if figures, text and evidence cannot be changed in the current state */
    void requireOpen() {
        requireNotClosed();
        if (!state.isOpen()) {
            throw new ProblemException(ReportingProblem.NOT_EDITABLE, state);
        }
    }

    void requireNotClosed() {
        if (closure != null) {
            throw new ProblemException(ReportingProblem.REPORT_CLOSED, closure.at());
        }
    }

    void requireAcceptedOnce() {
        if (acceptedVersion == null) {
            throw new ProblemException(ReportingProblem.NOT_ACCEPTED, state);
        }
    }

    void enter(IndicatorCode indicator, Figure figure) {
        SortedMap<String, Figure> all = new TreeMap<>(figures);
        all.put(indicator.value(), figure);
        enter(all, narrative(), evidence, figure.enteredBy(), figure.enteredAt());
    }

    /** Keeps the figures of all other indicators. */
    void enter(Map<IndicatorCode, Figure> some, String by, Instant at) {
        SortedMap<String, Figure> all = new TreeMap<>(figures);
        some.forEach((indicator, figure) -> all.put(indicator.value(), figure));
        enter(all, narrative(), evidence, by, at);
    }

    void replaceFigures(Map<IndicatorCode, Figure> replacement, String by, Instant at) {
        SortedMap<String, Figure> all = new TreeMap<>();
        replacement.forEach((indicator, figure) -> all.put(indicator.value(), figure));
        enter(all, narrative(), evidence, by, at);
    }

    void enter(Narrative text, String by, Instant at) {
        enter(new TreeMap<>(figures), text, evidence, by, at);
    }

    void enter(List<Evidence> documents, String by, Instant at) {
        enter(new TreeMap<>(figures), narrative(), documents, by, at);
    }

    private void enter(SortedMap<String, Figure> given, Narrative text, List<Evidence> documents, String by, Instant at) {
        requireOpen();
        ReopenedFields reopened = history().reopened();
        reopened.requireOpen(content().differences(RoundContentV1.of(given, text, documents)));
        // A locked figure stays the entry of its author.
        given.replaceAll((indicator, figure) -> reopened.isLocked(ReportField.figure(indicator)) ? figures.get(indicator)
                : figure);
        replaceContent(given, text, documents);
        addContributor(by);
        updatedAt = at;
    }

    private void replaceContent(SortedMap<String, Figure> given, Narrative text, List<Evidence> documents) {
        if (!figures.equals(given)) {
            figures.keySet().retainAll(given.keySet());
            figures.putAll(given);
        }
        narrative = text;
        if (!evidence.equals(documents)) {
            evidence.clear();
            evidence.addAll(documents);
        }
    }

    /** The head who is to submit the report can explain what a new figure of another unit has brought about. */
    void explain(Explanations given, String by, Instant at) {
        requireNotClosed();
        if (state != ReportState.AWAITING_UNIT_HEAD) {
            requireOpen();
        }
        explanations = given.replacing(explanations, by, at);
        addContributor(by);
        updatedAt = at;
    }

    void handOver(String by, Instant at) {
        changeStatus(Action.HANDOVER, by, at, NewReturn.NONE);
        addContributor(by);
    }

    /** Whether the report shows the figures that it refers to as they were at its submission. */
    boolean hasFrozenReferences() {
        return state == ReportState.SUBMITTED || state == ReportState.ACCEPTED;
    }

    void freeze(List<FigureReference> current) {
        references = current;
    }

    /** @param violations what the quality gate found */
    void submit(String by, Instant at, List<Violation> violations) {
        requireNotClosed();
        if (Action.SUBMIT.isAllowedIn(state) && !violations.isEmpty()) {
            throw new ProblemException(ReportingProblem.NOT_READY, violations);
        }
        changeStatus(Action.SUBMIT, by, at, NewReturn.NONE);
        addContributor(by);
        submittedBy = by;
        submittedAt = at;
        if (firstSubmittedAt == null) {
            firstSubmittedAt = at;
        }
    }

    /** What a deputy prepares counts as prepared by both persons. */
    private void addContributor(String by) {
        contributors.add(by);
        if (principal != null) {
            contributors.add(principal);
        }
    }

    /** Does not alter author and time of the submission. */
    void accept(String by, Instant at) {
        boolean prepared = contributors.contains(by) || principal != null && contributors.contains(principal);
        if (state == ReportState.SUBMITTED && prepared) {
            throw new ProblemException(ReportingProblem.FOUR_EYES);
        }
        changeStatus(Action.ACCEPT, by, at, NewReturn.NONE);
        acceptedBy = by;
        acceptedAt = at;
        acceptedVersion = version;
        Seal made = Seal.of(this);
        seal = made.hex();
        sealFormat = made.format();
    }

    /** Begins the next version with the accepted content; until its acceptance the accepted version counts. */
    void correct(Correction given) {
        changeStatus(Action.CORRECT, given.by(), given.at(),
                new NewReturn(given.reasonCode(), given.reason(), List.of()));
        version++;
        correction = given;
        submittedBy = null;
        submittedAt = null;
        acceptedBy = null;
        acceptedAt = null;
        seal = null;
        sealFormat = null;
    }

    void requireInCorrection() {
        if (!isInCorrection()) {
            throw new ProblemException(ReportingProblem.NOT_IN_CORRECTION);
        }
    }

    /** @param accepted the version that counts */
    void cancelCorrection(ReportVersion accepted, String by, Instant at) {
        requireInCorrection();
        changeStatus(Action.CANCEL_CORRECTION, by, at, NewReturn.NONE);
        restore(accepted);
    }

    private void restore(ReportVersion accepted) {
        version = accepted.version;
        correction = accepted.correction;
        replaceContent(accepted.figures, accepted.narrative, accepted.evidence);
        explanations = new TreeMap<>(accepted.explanations);
        references = accepted.references;
        contributors.clear();
        contributors.addAll(accepted.contributors);
        submittedBy = accepted.submittedBy;
        submittedAt = accepted.submittedAt;
        acceptedBy = accepted.acceptedBy;
        acceptedAt = accepted.acceptedAt;
        seal = accepted.seal;
        sealFormat = accepted.sealFormat;
    }

    /** @param action {@link Action#RETURN} or {@link Action#RETURN_TO_AUTHOR} */
    void returnWith(Action action, String by, Instant at, NewReturn reason) {
        changeStatus(action, by, at, reason);
    }

    void withdraw(String by, Instant at) {
        changeStatus(Action.WITHDRAW, by, at, NewReturn.NONE);
    }

    /** Ends an open report. What was accepted is never closed: it counts for good. */
    void close(Closure end) {
        requireNotClosed();
        if (acceptedVersion != null) {
            throw new ProblemException(ReportingProblem.ACCEPTED_STAYS);
        }
        closure = end;
        updatedAt = end.at();
    }

    /**
     * Takes the content of a predecessor's report, with its contributors.
     *
     * @param required the indicators that the unit reports; other figures stay behind
     */
    void takeOver(Report predecessor, List<Indicator> required) {
        required.stream().map(indicator -> indicator.code().value()).filter(predecessor.figures::containsKey)
                .forEach(code -> figures.put(code, predecessor.figures.get(code)));
        narrative = predecessor.narrative;
        evidence.addAll(predecessor.evidence);
        contributors.addAll(predecessor.contributors);
    }

    private void changeStatus(Action action, String by, Instant at, NewReturn reason) {
        requireNotClosed();
        if (!action.isAllowedIn(state)) {
            throw new ProblemException(ReportingProblem.WRONG_STATE, action, state);
        }
        record(action, by, at, reason);
    }

    private void record(Action action, String by, Instant at, NewReturn reason) {
        state = action.target();
        updatedAt = at;
        statusChanges.add(new StatusChange(statusChanges.size() + 1, action, state, by, at, reason.reasonCode(),
                reason.reason(), reason.reopened(), principal));
    }
}
