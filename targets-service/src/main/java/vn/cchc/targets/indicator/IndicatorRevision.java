package vn.cchc.targets.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;
import org.hibernate.type.SqlTypes;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.indicator.IndicatorView.MilestoneView;

/** A change of an indicator's definition by a decision (sửa đổi, điều chỉnh). Fields that are null stay as they were. */
@Entity
public class IndicatorRevision implements Auditable, Versioned {

    /** In which revisions apply: by their first days, then as they were issued. A draft comes last. */
    static final Comparator<IndicatorRevision> IN_ORDER = Comparator
            .comparing((IndicatorRevision revision) -> revision.validFrom)
            .thenComparing(revision -> revision.issuedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(revision -> revision.id);

    @Id
    @UuidGenerator(style = Style.VERSION_7)
    UUID id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "indicator")
    Indicator indicator;
    @Enumerated(EnumType.STRING)
    RevisionState state;
    String decisionNumber;
    LocalDate decisionDate;
    String signer;
    String rationale;
    LocalDate validFrom;
    String name;
    String nameEn;
    String numerator;
    String denominator;
    @Enumerated(EnumType.STRING)
    Direction direction;
    @Enumerated(EnumType.STRING)
    ContinuationRule continuationRule;
    @JdbcTypeCode(SqlTypes.JSON)
    List<MilestoneView> milestones;
    YearlyRise yearlyRise;
    String targetWording;
    String targetNameEn;
    String draftedBy;
    Instant draftedAt;
    String issuedBy;
    Instant issuedAt;
    /** Whether the other services have received the definition with this revision. */
    boolean published;
    @Version
    long version;

    protected IndicatorRevision() {
    }

    IndicatorRevision(Indicator indicator, NewRevision wanted, String by, Instant at) {
        this.indicator = indicator;
        this.state = RevisionState.DRAFT;
        this.draftedAt = at;
        enter(wanted, by);
    }

    public UUID id() {
        return id;
    }

    public String decisionNumber() {
        return decisionNumber;
    }

    public LocalDate decisionDate() {
        return decisionDate;
    }

    public String signer() {
        return signer;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public Indicator indicator() {
        return indicator;
    }

    boolean isIssued() {
        return state == RevisionState.ISSUED;
    }

    /** The names of the fields that it changes, as the API names them. */
    public Set<String> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("nameEn", nameEn);
        fields.put("numerator", numerator);
        fields.put("denominator", denominator);
        fields.put("direction", direction);
        fields.put("continuationRule", continuationRule);
        fields.put("milestones", milestones);
        fields.put("yearlyRise", yearlyRise);
        fields.put("targetWording", targetWording);
        fields.put("targetNameEn", targetNameEn);
        fields.values().removeIf(Objects::isNull);
        return fields.keySet();
    }

    /** All milestones with the revision; empty if they stay. */
    Optional<SortedSet<Milestone>> milestones() {
        return Optional.ofNullable(milestones).map(list -> list.stream()
                .map(milestone -> new Milestone(milestone.year(), milestone.percent()))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Replaces the draft. Whoever drafts cannot issue. */
    void enter(NewRevision wanted, String by) {
        requireDraft();
        decisionNumber = wanted.decisionNumber();
        decisionDate = wanted.decisionDate();
        signer = wanted.signer();
        rationale = wanted.rationale();
        validFrom = wanted.validFrom();
        name = wanted.name();
        nameEn = wanted.nameEn();
        numerator = wanted.numerator();
        denominator = wanted.denominator();
        direction = wanted.direction();
        continuationRule = wanted.continuationRule();
        milestones = wanted.milestones();
        yearlyRise = wanted.yearlyRise();
        targetWording = wanted.targetWording();
        targetNameEn = wanted.targetNameEn();
        draftedBy = by;
    }

    void issue(String by, Instant at) {
        requireDraft();
        if (by.equals(draftedBy)) {
            throw new ProblemException(TargetsProblem.OWN_DRAFT);
        }
        state = RevisionState.ISSUED;
        issuedBy = by;
        issuedAt = at;
    }

    void withdraw() {
        requireDraft();
        state = RevisionState.WITHDRAWN;
    }

    public void requireDraft() {
        if (state != RevisionState.DRAFT) {
            throw new ProblemException(TargetsProblem.NOT_A_DRAFT, state);
        }
    }

    @Override
    public String auditType() {
        return "indicator-revision";
    }

    @Override
    public String auditId() {
        return id.toString();
    }

    @Override
    public Revision revision() {
        return new Revision(auditType(), auditId(), version);
    }

    @Override
    public Object auditSnapshot() {
        return RevisionAuditSnapshotV3.of(this);
    }
}
