package vn.cchc.reporting.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;
import org.hibernate.type.SqlTypes;

/** A recorded change of units. */
@Entity
@Immutable
class UnitChange {

    @Id
    @UuidGenerator(style = Style.VERSION_7)
    UUID id;
    String unit;
    @Enumerated(EnumType.STRING)
    ChangeType type;
    LocalDate date;
    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "document_number"))
    @AttributeOverride(name = "date", column = @Column(name = "document_date"))
    @AttributeOverride(name = "issuer", column = @Column(name = "document_issuer"))
    @AttributeOverride(name = "title", column = @Column(name = "document_title"))
    LegalDocument legalDocument;
    String name;
    String nameEn;
    @Enumerated(EnumType.STRING)
    UnitType unitType;
    @Enumerated(EnumType.STRING)
    UnitTree tree;
    String parent;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> predecessors;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> successors;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> units;
    String recordedBy;
    Instant recordedAt;

    protected UnitChange() {
    }

    /** @param concerned the codes of all units that the change concerns */
    UnitChange(Unit unit, NewUnitChange wanted, Collection<String> concerned, String by, Instant at) {
        this.unit = unit.code;
        this.type = wanted.type();
        this.date = wanted.date();
        this.legalDocument = wanted.legalDocument();
        this.name = wanted.name();
        this.nameEn = wanted.nameEn();
        this.unitType = wanted.unitType();
        this.tree = wanted.tree();
        this.parent = wanted.parent();
        this.predecessors = type.isEnd() ? wanted.before(unit) : List.of();
        this.successors = wanted.after();
        this.units = List.copyOf(concerned);
        this.recordedBy = by;
        this.recordedAt = at;
    }
}
