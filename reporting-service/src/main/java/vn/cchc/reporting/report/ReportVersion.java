package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.SqlTypes;

/** A report as it was accepted. It never changes; a correction adds a further version. */
@Entity
@Immutable
@IdClass(ReportVersion.Key.class)
class ReportVersion {

    record Key(UUID report, int version) {
    }

    @Id
    UUID report;
    @Id
    int version;
    String regime;
    String period;
    String unit;
    @Embedded
    Narrative narrative;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> contributors;
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Explanation> explanations;
    @Column(name = "figure_references")
    @JdbcTypeCode(SqlTypes.JSON)
    List<FigureReference> references;
    String submittedBy;
    Instant submittedAt;
    String acceptedBy;
    Instant acceptedAt;
    String seal;
    int sealFormat;
    /** Null for version 1. */
    @Embedded
    Correction correction;

    @ElementCollection
    @Immutable
    @CollectionTable(name = "report_version_figure", joinColumns = {
            @JoinColumn(name = "report", referencedColumnName = "report"),
            @JoinColumn(name = "version", referencedColumnName = "version") })
    @MapKeyColumn(name = "indicator")
    @SortNatural
    SortedMap<String, Figure> figures = new TreeMap<>();

    @ElementCollection
    @Immutable
    @CollectionTable(name = "report_version_evidence", joinColumns = {
            @JoinColumn(name = "report", referencedColumnName = "report"),
            @JoinColumn(name = "version", referencedColumnName = "version") })
    @OrderColumn(name = "place")
    List<Evidence> evidence = new ArrayList<>();

    protected ReportVersion() {
    }

    ReportVersion(Report accepted) {
        this.report = accepted.id;
        this.version = accepted.version;
        this.regime = accepted.regime;
        this.period = accepted.period;
        this.unit = accepted.unit;
        this.narrative = accepted.narrative;
        this.contributors = List.copyOf(accepted.contributors);
        this.explanations = Map.copyOf(accepted.explanations);
        this.references = List.copyOf(accepted.references);
        this.submittedBy = accepted.submittedBy;
        this.submittedAt = accepted.submittedAt;
        this.acceptedBy = accepted.acceptedBy;
        this.acceptedAt = accepted.acceptedAt;
        this.seal = accepted.seal;
        this.sealFormat = accepted.sealFormat;
        this.correction = accepted.correction;
        this.figures.putAll(accepted.figures);
        this.evidence.addAll(accepted.evidence);
    }

    RoundContentV1 content() {
        return RoundContentV1.of(figures, Narrative.orNone(narrative), evidence);
    }
}
