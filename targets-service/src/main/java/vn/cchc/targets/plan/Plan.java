package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.values.DateRange;
import vn.cchc.values.PlanCode;
import vn.cchc.values.RegimeCode;

/** A plan (kế hoạch): the document that sets the targets. Its number and day of issue may be blank. */
@Entity
public class Plan implements Auditable, Versioned {

    @Id
    String code;
    String number;
    LocalDate issuedOn;
    String title;
    String titleEn;
    String issuer;
    String issuerEn;
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> legalBasis;
    String regime;
    LocalDate validFrom;
    LocalDate validTo;
    int yearFrom;
    int yearTo;
    @JdbcTypeCode(SqlTypes.JSON)
    PlanText text;
    /** No list: Hibernate has one SQL type for all lists of texts of a service. */
    String[] taskSections = {};
    @Enumerated(EnumType.STRING)
    PlanState state;
    String supersedes;
    String draftedBy;
    String supersededBy;
    /** The last day and year for which it binds, if another plan took its place earlier than it says itself. */
    LocalDate endedOn;
    Integer endedInYear;
    @Version
    long version;

    protected Plan() {
    }

    Plan(NewPlan document, String by) {
        this.state = document.isDraft() ? PlanState.DRAFT : PlanState.ISSUED;
        this.code = document.code().value();
        enter(document, by);
    }

    /** Replaces the draft. Whoever drafts cannot issue. */
    void enter(NewPlan document, String by) {
        this.draftedBy = by;
        this.supersedes = document.supersedes() == null ? null : document.supersedes().value();
        this.number = document.number();
        this.issuedOn = document.issuedOn();
        this.title = document.title();
        this.titleEn = document.titleEn();
        this.issuer = document.issuer();
        this.issuerEn = document.issuerEn();
        this.legalBasis = document.legalBasis();
        this.regime = document.regime().value();
        this.validFrom = document.validFrom();
        this.validTo = document.validTo();
        this.yearFrom = document.yearFrom();
        this.yearTo = document.yearTo();
        this.text = document.text();
        this.taskSections = document.taskSections().stream().distinct().toArray(String[]::new);
    }

    public PlanCode code() {
        return new PlanCode(code);
    }

    /** The regime by which units report the plan's indicators. */
    public RegimeCode regime() {
        return new RegimeCode(regime);
    }

    /** The first year with a milestone. */
    public int firstYear() {
        return yearFrom;
    }

    /** The last year in which a milestone of the plan binds. */
    public int lastYear() {
        return endedInYear == null ? yearTo : Math.min(yearTo, endedInYear);
    }

    /** The tasks that the plan prints, in its order. */
    public List<PrintedTask> printedTasks() {
        return taskSections().flatMap(section -> section.items().stream().map(item -> item.asTaskOf(section))).toList();
    }

    /** The sections that list tasks, in the plan's order. */
    public List<TaskGroup> taskGroups() {
        return taskSections().map(section -> new TaskGroup(section.number(), section.heading(), section.headingEn())).toList();
    }

    private Stream<PlanText.Section> taskSections() {
        // Null in an earlier state, from before plans named these sections.
        Set<String> numbers = taskSections == null ? Set.of() : Set.of(taskSections);
        return text == null ? Stream.empty()
                : text.sections().stream().filter(section -> numbers.contains(section.number()));
    }

    /** The days on which the plan binds. */
    public DateRange validity() {
        return new DateRange(validFrom, endedOn == null || endedOn.isAfter(validTo) ? validTo : endedOn);
    }

    public PlanState state() {
        return state;
    }

    /** The other services know the plan's indicators, unless it is a draft. */
    public boolean isPublished() {
        return state != PlanState.DRAFT;
    }

    /** 409 for a draft: nothing is judged by it. */
    public Plan requirePublished() {
        if (!isPublished()) {
            throw new ProblemException(TargetsProblem.PLAN_IS_DRAFT, code);
        }
        return this;
    }

    /** 409 if the indicators and assignments of the plan cannot change any more. */
    public void requireOpen() {
        if (state == PlanState.CLOSED) {
            throw new ProblemException(TargetsProblem.PLAN_CLOSED, code);
        }
    }

    void requireDraft() {
        if (isPublished()) {
            throw new ProblemException(TargetsProblem.PLAN_ISSUED, code);
        }
    }

    void issue(Issuance as, String by) {
        requireDraft();
        if (by.equals(draftedBy)) {
            throw new ProblemException(TargetsProblem.OWN_DRAFT);
        }
        number = as.number();
        issuedOn = as.issuedOn();
        state = PlanState.ISSUED;
    }

    /** A revision of one of its indicators is issued. */
    public void amend() {
        if (state == PlanState.ISSUED) {
            state = PlanState.AMENDED;
        }
    }

    /**
     * @param lastDay the last day on which this plan binds
     * @param lastYear the last year that is judged by this plan
     * @param adopted whether the successor goes on with one of its indicators
     */
    void giveWayTo(Plan successor, LocalDate lastDay, int lastYear, boolean adopted) {
        if (!state.isInForce()) {
            throw new ProblemException(TargetsProblem.PLAN_NOT_IN_FORCE, code);
        }
        supersededBy = successor.code;
        endedOn = lastDay;
        endedInYear = lastYear;
        state = adopted ? PlanState.ADOPTED : PlanState.SUPERSEDED;
    }

    void close() {
        requirePublished();
        requireOpen();
        state = PlanState.CLOSED;
    }

    @Override
    public String auditType() {
        return "plan";
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
        return PlanStateAuditSnapshotV1.of(this);
    }
}
