package vn.cchc.reporting.report;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The content that a report had at one submission. It never changes. */
@Entity
@Immutable
@IdClass(ReportRound.Key.class)
class ReportRound {

    record Key(UUID report, int number) {
    }

    @Id
    UUID report;
    @Id
    int number;
    int format;
    @JdbcTypeCode(SqlTypes.JSON)
    RoundContentV1 content;

    protected ReportRound() {
    }

    ReportRound(Report submitted) {
        this.report = submitted.id;
        this.number = submitted.history().countRounds();
        this.format = RoundContentV1.FORMAT;
        this.content = submitted.content();
    }
}
