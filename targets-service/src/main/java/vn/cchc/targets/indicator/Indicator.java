package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;

import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SortNatural;

import vn.cchc.events.IndicatorDefined;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.targets.plan.Plan;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** An indicator (chỉ số): what measures a target, with its milestones and the units that report it. */
@Entity
public class Indicator implements Auditable, Versioned {

    /** More indicators than a page holds. A subselect would fetch for all pages, because it leaves the limit out. */
    private static final int FETCHED_AT_ONCE = 256;

    @Id
    String code;
    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "plan")
    Plan plan;
    int target;
    int position;
    String name;
    String nameEn;
    @Enumerated(EnumType.STRING)
    IndicatorType type;
    @Enumerated(EnumType.STRING)
    TimeBasis timeBasis;
    @Enumerated(EnumType.STRING)
    Direction direction;
    @Enumerated(EnumType.STRING)
    Provenance directionSource;
    @Enumerated(EnumType.STRING)
    Provenance leadSource;
    @Enumerated(EnumType.STRING)
    ContinuationRule continuationRule;
    /** Null unless the indicator is a reduction that is computed from yearly amounts. */
    ComparedYears comparedYears;
    /** Null unless the milestone rises from year to year. */
    YearlyRise yearlyRise;
    String numerator;
    String denominator;
    /** No list: Hibernate has one SQL type for all lists of texts of a service, and a plan stores its own as JSON. */
    String[] alsoAskedBy = {};
    /** The indicator of the superseded plan with which it goes on; null if it begins anew. */
    String adopts;
    long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "milestone", joinColumns = @JoinColumn(name = "indicator"))
    @BatchSize(size = Indicator.FETCHED_AT_ONCE)
    @SortNatural
    SortedSet<Milestone> milestones = new TreeSet<>();

    /** As many as units report it: loaded only by those who read them. */
    @OneToMany(mappedBy = "indicator")
    @BatchSize(size = Indicator.FETCHED_AT_ONCE)
    List<Assignment> assignments = List.of();

    @OneToMany(mappedBy = "indicator")
    @BatchSize(size = Indicator.FETCHED_AT_ONCE)
    List<CoordinatingUnit> coordinatingUnits = List.of();

    /** Those that are issued. */
    @OneToMany(mappedBy = "indicator")
    @BatchSize(size = Indicator.FETCHED_AT_ONCE)
    @SQLRestriction("state = 'ISSUED'")
    List<IndicatorRevision> revisions = List.of();

    @OneToMany(mappedBy = "indicator")
    @BatchSize(size = Indicator.FETCHED_AT_ONCE)
    @SQLRestriction("lead")
    List<Assignment> leads = List.of();

    protected Indicator() {
    }

    Indicator(Plan plan, NewIndicator wanted, int position) {
        this.plan = plan;
        this.code = wanted.code().value();
        this.target = wanted.target();
        this.position = position;
        this.name = wanted.name();
        this.nameEn = wanted.nameEn();
        this.type = wanted.type();
        this.timeBasis = wanted.timeBasis();
        this.direction = wanted.direction();
        this.directionSource = wanted.directionSource();
        this.leadSource = wanted.leadSource();
        this.continuationRule = wanted.continuationRule();
        this.comparedYears = wanted.comparedYears();
        this.yearlyRise = wanted.yearlyRise();
        this.numerator = wanted.numerator();
        this.denominator = wanted.denominator();
        this.alsoAskedBy = codes(wanted.alsoAskedBy());
        this.adopts = wanted.adopts() == null ? null : wanted.adopts().value();
        wanted.milestones().forEach(milestone -> this.milestones.add(new Milestone(milestone.year(), milestone.percent())));
        this.version = 1;
    }

    public IndicatorCode code() {
        return new IndicatorCode(code);
    }

    public Plan plan() {
        return plan;
    }

    /** Number of the target that it measures, within the plan. */
    public int target() {
        return target;
    }

    public IndicatorType type() {
        return type;
    }

    public TimeBasis timeBasis() {
        return timeBasis;
    }

    /** The spans whose yearly amounts a reduction compares; empty for every other indicator. */
    public Optional<ComparedYears> comparedYears() {
        return Optional.ofNullable(comparedYears);
    }

    public long version() {
        return version;
    }

    /** The revisions that are issued, in the order in which they apply. */
    public List<IndicatorRevision> issuedRevisions() {
        return revisions.stream().sorted(IndicatorRevision.IN_ORDER).toList();
    }

    /** All definitions, from that of the plan to the last one that is issued. Of revisions of one day the last one counts. */
    List<DefinitionView> definitions() {
        List<LocalDate> days = revisions.stream().map(IndicatorRevision::validFrom).distinct().sorted().toList();
        List<DefinitionView> definitions = new ArrayList<>();
        for (int i = -1; i < days.size(); i++) {
            LocalDate from = i < 0 ? null : days.get(i);
            LocalDate to = i + 1 < days.size() ? days.get(i + 1).minusDays(1) : null;
            definitions.add(DefinitionView.of(definitionOn(from == null ? LocalDate.MIN : from), from, to));
        }
        return definitions;
    }

    /** What the indicator means on a day. A revision that is issued later than another one of the same day goes over it. */
    public Definition definitionOn(LocalDate day) {
        return definitionOn(day, List.of());
    }

    /** @param drafts revisions that are taken as issued */
    public Definition definitionOn(LocalDate day, List<IndicatorRevision> drafts) {
        Definition ofPlan = new Definition(name, nameEn, numerator, denominator, direction, continuationRule, yearlyRise,
                milestones,
                new TreeMap<>(), plan.lastYear(), List.of());
        return Stream.concat(revisions.stream(), drafts.stream()).filter(revision -> !revision.validFrom.isAfter(day))
                .sorted(IndicatorRevision.IN_ORDER).reduce(ofPlan, Definition::with, (one, other) -> other);
    }

    /** The unit that leads on a day (đơn vị chủ trì); empty if none does. */
    public Optional<UnitCode> leadOn(LocalDate day) {
        return leads.stream().filter(assignment -> assignment.holdsOn(day)).map(Assignment::unit).findFirst();
    }

    /** Whether a unit has another assignment on one of these days. */
    boolean isAssigned(UnitCode unit, DateRange days, Assignment than) {
        return othersOn(days, than).anyMatch(assignment -> assignment.unit().equals(unit));
    }

    /** The unit that another assignment makes the lead on one of these days. */
    Optional<UnitCode> otherLead(DateRange days, Assignment than) {
        return othersOn(days, than).filter(assignment -> assignment.lead).map(Assignment::unit).findFirst();
    }

    private Stream<Assignment> othersOn(DateRange days, Assignment than) {
        return assignments.stream().filter(assignment -> assignment != than && assignment.validity().overlaps(days));
    }

    /** The further regimes whose reports refer to the figure, in the order of their codes. */
    List<RegimeCode> alsoAskedBy() {
        return Stream.of(alsoAskedBy).map(RegimeCode::new).toList();
    }

    /** Replaces the further regimes and raises the version. */
    void askedBy(List<RegimeCode> regimes) {
        alsoAskedBy = codes(regimes);
        version++;
    }

    private static String[] codes(List<RegimeCode> regimes) {
        return regimes.stream().map(RegimeCode::value).sorted().toArray(String[]::new);
    }

    /** Replaces the assignments and raises the version. */
    void reassigned(List<Assignment> now) {
        assignments = now;
        version++;
    }

    /** Whether it goes on with an indicator of an earlier plan. */
    public boolean isAdopted() {
        return adopts != null;
    }

    /** Those of the days before an adopting plan are past: nobody reports by them. */
    private boolean isOfPlan(Assignment assignment) {
        return !isAdopted() || !assignment.validity().endsBefore(plan.validity().from());
    }

    /** The indicator of the superseded plan with which it goes on. */
    public Optional<IndicatorCode> adopts() {
        return Optional.ofNullable(adopts).map(IndicatorCode::new);
    }

    /** The plan has been issued, or has ended earlier than it says. */
    void planChanged() {
        version++;
    }

    /** A revision of the definition has been issued, or has come into force. */
    void revised() {
        version++;
    }

    /** @param today the day whose definition is published */
    IndicatorDefined asEvent(LocalDate today) {
        Definition now = definitionOn(today);
        return new IndicatorDefined(code, plan.code().value(), target, now.name(), now.nameEn(), type.name(),
                timeBasis == null ? null : timeBasis.name(),
                now.direction() == null ? null : now.direction().name(), now.numerator(), now.denominator(),
                type == IndicatorType.SURVEY ? null : plan.regime().value(), plan.validity().from(), plan.validity().to(),
                now.milestones().stream().map(m -> new IndicatorDefined.Milestone(m.year(), m.percent())).toList(),
                assignments.stream().filter(this::isOfPlan).sorted(Assignment.BY_UNIT).map(Assignment::asEvent).toList(),
                version, List.of(alsoAskedBy), comparedYears == null ? null : comparedYears.asEvent());
    }

    @Override
    public String auditType() {
        return "indicator";
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
        return IndicatorAuditSnapshotV3.of(this);
    }
}
