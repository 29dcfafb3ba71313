package vn.cchc.reporting.consolidated;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

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
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SortNatural;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;
import org.hibernate.type.SqlTypes;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.consolidated.ConsolidatedContent.Gathered;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;

/**
 * The Department's consolidated report (báo cáo tổng hợp) for one period of one regime, made from the accepted versions of the
 * units' reports. With the director's approval it is frozen.
 */
@Entity
class ConsolidatedReport implements Auditable, Versioned {

    @Id
    @UuidGenerator(style = Style.VERSION_7)
    UUID id;
    String regime;
    String period;
    @Enumerated(EnumType.STRING)
    ConsolidatedState state;
    String createdBy;
    Instant createdAt;
    Instant updatedAt;
    /** Time at which the content was made from the accepted versions. */
    Instant compiledAt;
    String approvedBy;
    Instant approvedAt;
    /** The name below the signature; null for a blank. */
    String signer;
    /** The letterhead at the approval; null before it. */
    @JdbcTypeCode(SqlTypes.JSON)
    Letterhead letterhead;
    String seal;
    Integer sealFormat;
    /** Null until the report is sent. */
    @Embedded
    Dispatch dispatch;
    @Version
    long lock;

    @ElementCollection
    @CollectionTable(name = "consolidated_figure", joinColumns = @JoinColumn(name = "consolidated_report"))
    @MapKeyColumn(name = "indicator")
    @SortNatural
    SortedMap<String, IndicatorTotal> figures = new TreeMap<>();

    @ElementCollection
    @CollectionTable(name = "consolidated_section", joinColumns = @JoinColumn(name = "consolidated_report"))
    @MapKeyColumn(name = "section")
    @MapKeyEnumerated(EnumType.STRING)
    Map<Section, SectionText> sections = new EnumMap<>(Section.class);

    /** The subjects who made or edited any part; none of them can approve the report. */
    @ElementCollection
    @CollectionTable(name = "consolidated_contributor", joinColumns = @JoinColumn(name = "consolidated_report"))
    @Column(name = "subject")
    @SortNatural
    SortedSet<String> contributors = new TreeSet<>();

    protected ConsolidatedReport() {
    }

    ConsolidatedReport(String regime, String period, String by, Instant at) {
        this.regime = regime;
        this.period = period;
        this.state = ConsolidatedState.DRAFT;
        this.createdBy = by;
        this.createdAt = at;
        this.compiledAt = at;
        contribute(by, at);
    }

    boolean isDraft() {
        return state == ConsolidatedState.DRAFT;
    }

    void requireDraft() {
        if (!isDraft()) {
            throw new ProblemException(ReportingProblem.CONSOLIDATED_FROZEN, state);
        }
    }

    void requireApproved() {
        if (isDraft()) {
            throw new ProblemException(ReportingProblem.CONSOLIDATED_NOT_APPROVED);
        }
    }

    void compile(Totals totals, String by, Instant at) {
        requireDraft();
        figures.keySet().retainAll(totals.byIndicator().keySet());
        figures.putAll(totals.byIndicator());
        compiledAt = at;
        contribute(by, at);
    }

    /** @param text blank to show what the units wrote */
    void edit(Section section, String text, String by, Instant at) {
        requireDraft();
        if (text.isBlank()) {
            sections.remove(section);
        } else {
            sections.put(section, new SectionText(text, by, at));
        }
        contribute(by, at);
    }

    void contribute(String by, Instant at) {
        requireDraft();
        contributors.add(by);
        updatedAt = at;
    }

    /** @param gathered what the seal covers beside the report itself */
    void approve(String by, Instant at, String name, Letterhead head, Gathered gathered) {
        requireDraft();
        if (contributors.contains(by)) {
            throw new ProblemException(ReportingProblem.CONSOLIDATED_FOUR_EYES);
        }
        state = ConsolidatedState.APPROVED;
        approvedBy = by;
        approvedAt = at;
        updatedAt = at;
        signer = name;
        letterhead = head;
        ConsolidatedSeal made = ConsolidatedSeal.of(this, gathered, ConsolidatedSeal.CURRENT_FORMAT);
        seal = made.hex();
        sealFormat = made.format();
    }

    void send(Dispatch given) {
        requireApproved();
        if (state == ConsolidatedState.SENT) {
            throw new ProblemException(ReportingProblem.CONSOLIDATED_SENT, dispatch.number());
        }
        state = ConsolidatedState.SENT;
        dispatch = given;
        updatedAt = given.at();
    }

    @Override
    public String auditType() {
        return "consolidated-report";
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
        return ConsolidatedAuditSnapshotV1.of(this);
    }
}
