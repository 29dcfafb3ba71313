package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import vn.cchc.reporting.holiday.WorkingDays;
import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.DateRange;
import vn.cchc.values.RegimeCode;

/**
 * One version of a reporting regime (chế độ báo cáo): the parts of a year for which reports are required, and the deadline of
 * each level. A version never changes; it replaces all earlier versions from the first day of its validity.
 */
@Entity
@Immutable
public class Regime implements Auditable, Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    String code;
    int version;
    String name;
    String nameEn;
    String legalBasis;
    @Enumerated(EnumType.STRING)
    RegimeType type;
    @JdbcTypeCode(SqlTypes.JSON)
    WindowRule windowRule;
    @JdbcTypeCode(SqlTypes.JSON)
    List<PeriodType> periodTypes;
    @JdbcTypeCode(SqlTypes.JSON)
    Map<ReportingLevel, DeadlineRule> deadlines;
    /** The rules of the quality gate. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<QualityRule> qualityRules;
    LocalDate validFrom;
    LocalDate validTo;

    protected Regime() {
    }

    /** @param qualityRules those of the version, or of the one before it */
    Regime(NewRegime wanted, int version, List<QualityRule> qualityRules) {
        this.code = wanted.key().value();
        this.version = version;
        this.name = wanted.name();
        this.nameEn = wanted.nameEn();
        this.legalBasis = wanted.legalBasis();
        this.type = wanted.type();
        this.windowRule = wanted.windowRule();
        this.periodTypes = wanted.periodTypes();
        this.deadlines = wanted.deadlines();
        this.qualityRules = List.copyOf(qualityRules);
        this.validFrom = wanted.validFrom();
        this.validTo = wanted.validTo();
    }

    public RegimeCode code() {
        return new RegimeCode(code);
    }

    public String name() {
        return name;
    }

    /** The syntax of its period codes, for the problem text about an invalid one. */
    public String periodCodes() {
        return periodTypes.stream().sorted(Comparator.comparing(PeriodType::lastMonth))
                .map(type -> "20xx" + type.suffix()).collect(Collectors.joining(", "));
    }

    DateRange validity() {
        return new DateRange(validFrom, validTo);
    }

    /** The reporting year to which a day belongs: 16 December 2025 belongs to 2026 if the year begins on 15 December. */
    int yearOf(LocalDate day) {
        return windowRule.yearOf(day);
    }

    Period period(PeriodType type, int year, WorkingDays calendar) {
        DateRange window = windowRule.months(year, type.firstMonth(), type.lastMonth());
        return new Period(this, type, year, window, windowRule.year(year),
                level -> deadlines.get(level).deadline(window.to(), calendar));
    }

    @Override
    public String auditType() {
        return "regime";
    }

    @Override
    public String auditId() {
        return code;
    }

    @Override
    public Revision revision() {
        return new Revision(auditType(), auditId(), version);
    }

    @Override
    public Object auditSnapshot() {
        return RegimeAuditSnapshotV2.of(this);
    }
}
