package vn.cchc.targets.report;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import vn.cchc.events.DeadlineExtended;

/** A decision by which some units' reports for a period are not overdue before a later day. */
@Entity
class DeadlineExtension {

    @Id
    UUID id;
    String regime;
    String period;
    /** No list: Hibernate has one SQL type for all lists of texts of a service, and a plan stores its own as JSON. */
    String[] units;
    LocalDate newDeadline;
    boolean revoked;
    long version;

    protected DeadlineExtension() {
    }

    DeadlineExtension(DeadlineExtended extended) {
        this.id = extended.extension();
        this.regime = extended.regime();
        this.period = extended.period();
        this.units = extended.units().toArray(String[]::new);
        this.newDeadline = extended.newDeadline();
        this.revoked = extended.revoked();
        this.version = extended.version();
    }
}
