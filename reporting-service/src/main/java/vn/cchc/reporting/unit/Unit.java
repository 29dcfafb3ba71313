package vn.cchc.reporting.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.events.UnitRecorded;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/**
 * A unit (đơn vị): the Department, one of its divisions, or a school or centre under it. Its names, its type and its
 * parents are facts that hold on certain days; the fields hold those of today.
 */
@Entity
public class Unit implements Auditable, Versioned {

    /** More than a page, so that a page reads the facts of its units with one statement. */
    private static final int BATCH = 256;

    @Id
    String code;
    String name;
    String nameEn;
    @Enumerated(EnumType.STRING)
    UnitType type;
    String parent;
    String reportingParent;
    String agencyCode;
    LocalDate validFrom;
    LocalDate validTo;
    String duty;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> predecessors = new ArrayList<>();
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> successors = new ArrayList<>();
    Instant updatedAt;
    @Column(insertable = false, updatable = false)
    String searchText;
    long version;

    @ElementCollection
    @CollectionTable(name = "unit_name", joinColumns = @JoinColumn(name = "unit"))
    @BatchSize(size = BATCH)
    List<DatedName> names = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "unit_parent", joinColumns = @JoinColumn(name = "unit"))
    @BatchSize(size = BATCH)
    List<DatedParent> parents = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "unit_identifier", joinColumns = @JoinColumn(name = "unit"))
    @BatchSize(size = BATCH)
    List<UnitIdentifier> identifiers = new ArrayList<>();

    protected Unit() {
    }

    Unit(NewUnit wanted, Instant at) {
        this.code = wanted.key().value();
        this.name = wanted.name();
        this.nameEn = wanted.nameEn();
        this.type = wanted.type();
        this.parent = wanted.parent();
        this.reportingParent = wanted.reportingParent();
        this.agencyCode = wanted.agencyCode();
        this.validFrom = wanted.validFrom();
        this.validTo = wanted.validTo();
        this.duty = wanted.duty();
        this.identifiers = new ArrayList<>(wanted.identifiers());
        this.names = new ArrayList<>(names());
        this.parents = new ArrayList<>(parents());
        this.updatedAt = at;
        this.version = 1;
    }

    public UnitCode code() {
        return new UnitCode(code);
    }

    /** Whether the unit was merged into another one, or split into it and others. */
    public boolean isSucceededBy(UnitCode other) {
        return successors.contains(other.value());
    }

    /** The days on which the unit exists. */
    public DateRange life() {
        return new DateRange(validFrom, validTo);
    }

    /** The facts of a unit without rows are those of today. */
    List<DatedName> names() {
        return names.isEmpty() ? List.of(new DatedName(null, null, name, nameEn, type)) : names;
    }

    List<DatedParent> parents() {
        return parents.isEmpty()
                ? List.of(new DatedParent(UnitTree.ORGANISATION, null, null, parent),
                        new DatedParent(UnitTree.REPORTING, null, null, reportingParent))
                : parents;
    }

    DatedName nameOn(LocalDate day) {
        return names().stream().filter(fact -> fact.days().contains(day)).findFirst().orElseThrow();
    }

    /** The code of the parent; null at the top of the tree. */
    String parentOn(LocalDate day, UnitTree tree) {
        return parents().stream().filter(fact -> fact.tree() == tree && fact.days().contains(day)).findFirst().orElseThrow()
                .parent();
    }

    /** The codes of the parents from a date on. */
    Stream<String> parentsFrom(LocalDate date, UnitTree tree) {
        return parents().stream().filter(fact -> fact.tree() == tree && !fact.days().endsBefore(date)).map(DatedParent::parent)
                .filter(Objects::nonNull);
    }

    void rename(LocalDate date, DatedName replacement) {
        names = Dated.replaced(names(), date, replacement);
    }

    void transfer(LocalDate date, UnitTree tree, String to) {
        List<DatedParent> changed = new ArrayList<>(parents().stream().filter(fact -> fact.tree() != tree).toList());
        changed.addAll(Dated.replaced(parents().stream().filter(fact -> fact.tree() == tree).toList(), date,
                new DatedParent(tree, date, null, to)));
        parents = changed;
    }

    /** Belongs to the successor from a date on wherever it belonged to a unit that ends then. */
    void transferFrom(Set<String> ended, LocalDate date, String successor) {
        parents = new ArrayList<>(parents().stream().flatMap(fact -> fact.without(ended, date, successor)).toList());
    }

    void identify(NewIdentifiers wanted) {
        agencyCode = wanted.agencyCode();
        identifiers = new ArrayList<>(wanted.identifiers());
    }

    /** Exists until the day before a date. */
    void end(LocalDate date) {
        validTo = date.minusDays(1);
    }

    void succeed(Collection<String> before) {
        predecessors = union(predecessors, before);
    }

    void precede(Collection<String> after) {
        successors = union(successors, after);
    }

    /** Without the unit itself: it can go on. */
    private List<String> union(List<String> known, Collection<String> more) {
        return new ArrayList<>(Stream.concat(known.stream(), more.stream()).filter(other -> !other.equals(code)).distinct()
                .sorted().toList());
    }

    /** Whether the fields differ from the facts of a day. */
    boolean isOutdated(LocalDate today) {
        LocalDate day = dayOfLife(today);
        DatedName fact = nameOn(day);
        return !(Objects.equals(fact.name(), name) && Objects.equals(fact.nameEn(), nameEn) && fact.type() == type
                && Objects.equals(parentOn(day, UnitTree.ORGANISATION), parent)
                && Objects.equals(parentOn(day, UnitTree.REPORTING), reportingParent));
    }

    /** Whether the unit has the content of a row, with the names and parents of today. */
    boolean isAs(NewUnit other) {
        return name.equals(other.name()) && nameEn.equals(other.nameEn()) && type == other.type()
                && Objects.equals(parent, other.parent()) && Objects.equals(reportingParent, other.reportingParent())
                && Objects.equals(agencyCode, other.agencyCode()) && Objects.equals(validFrom, other.validFrom())
                && Objects.equals(validTo, other.validTo()) && Objects.equals(duty, other.duty());
    }

    /** Counts a change, and sets the fields to the facts of today. */
    void changed(LocalDate today, Instant at) {
        LocalDate day = dayOfLife(today);
        DatedName fact = nameOn(day);
        name = fact.name();
        nameEn = fact.nameEn();
        type = fact.type();
        parent = parentOn(day, UnitTree.ORGANISATION);
        reportingParent = parentOn(day, UnitTree.REPORTING);
        updatedAt = at;
        version++;
    }

    /** Today; the first day of a unit that does not exist yet, the last day of a unit that has ended. */
    private LocalDate dayOfLife(LocalDate today) {
        if (life().startsAfter(today)) {
            return validFrom;
        }
        return life().endsBefore(today) ? validTo : today;
    }

    UnitRecorded toEvent() {
        return new UnitRecorded(code, name, nameEn, type.name(), parent, validFrom, validTo, predecessors, version,
                reportingParent, successors);
    }

    @Override
    public String auditType() {
        return "unit";
    }

    @Override
    public String auditId() {
        return code;
    }

    @Override
    public Revision revision() {
        return new Revision(auditType(), auditId(), version);
    }

    @Override
    public Object auditSnapshot() {
        return UnitAuditSnapshotV2.of(this);
    }
}
