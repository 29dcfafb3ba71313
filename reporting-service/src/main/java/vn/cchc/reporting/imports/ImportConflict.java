package vn.cchc.reporting.imports;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored {@link Conflict} of an import. */
@Entity
@Immutable
@IdClass(ImportConflict.Key.class)
class ImportConflict {

    record Key(UUID importId, int number) implements Serializable {
    }

    @Id
    @Column(name = "import")
    UUID importId;
    @Id
    int number;
    String sheet;
    String cell;
    String code;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> args;

    protected ImportConflict() {
    }
}
