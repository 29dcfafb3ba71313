package vn.cchc.targets.report;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import vn.cchc.events.ReportStatusChanged;

/** The status of a unit's report. The table derives from it whether the report is handed in. */
@Entity
@IdClass(ReportStatus.Key.class)
class ReportStatus {

    record Key(String regime, String period, String unit) {
    }

    @Id
    String regime;
    @Id
    String period;
    @Id
    String unit;
    UUID report;
    String status;
    Instant firstSubmittedAt;
    Instant changedAt;
    long version;
    /** Null before the first acceptance. */
    Integer acceptedVersion;
    /** Null unless the report ended with its unit. */
    Instant closedAt;

    protected ReportStatus() {
    }

    ReportStatus(ReportStatusChanged changed) {
        this.regime = changed.regime();
        this.period = changed.period();
        this.unit = changed.unit();
        this.report = changed.report();
        this.status = changed.status();
        this.firstSubmittedAt = changed.firstSubmittedAt();
        this.changedAt = changed.changedAt();
        this.version = changed.version();
        this.acceptedVersion = changed.acceptedVersion();
        this.closedAt = changed.closedAt();
    }

    Key key() {
        return new Key(regime, period, unit);
    }

    boolean isNewerThan(ReportStatus other) {
        return report.equals(other.report) ? version > other.version : changedAt.isAfter(other.changedAt);
    }
}
