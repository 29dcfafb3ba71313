package vn.cchc.targets.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.events.DeadlineExtended;

/** A decision by which some units' reports for a period are not overdue before a later day. */
@Entity
class DeadlineExtension {

    @Id
    UUID id;
    String regime;
    String period;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> units;
    LocalDate newDeadline;
    boolean revoked;
    long version;

    protected DeadlineExtension() {
    }

    DeadlineExtension(DeadlineExtended extended) {
        this.id = extended.extension();
        this.regime = extended.regime();
        this.period = extended.period();
        this.units = List.copyOf(extended.units());
        this.newDeadline = extended.newDeadline();
        this.revoked = extended.revoked();
        this.version = extended.version();
    }
}
