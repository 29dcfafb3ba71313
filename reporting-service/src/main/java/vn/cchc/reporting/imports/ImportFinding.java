package vn.cchc.reporting.imports;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

import vn.cchc.reporting.quality.RuleType;
import vn.cchc.reporting.quality.Severity;

/** A stored {@link CellFinding} of an import. */
@Entity
@Immutable
@IdClass(ImportFinding.Key.class)
class ImportFinding {

    record Key(UUID importId, int number) implements Serializable {
    }

    @Id
    @Column(name = "import")
    UUID importId;
    @Id
    int number;
    String unit;
    String indicator;
    String sheet;
    String cell;
    @Enumerated(EnumType.STRING)
    Severity severity;
    @Enumerated(EnumType.STRING)
    RuleType rule;
    String code;
    String detail;
    String detailEn;

    protected ImportFinding() {
    }
}
