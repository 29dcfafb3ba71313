package vn.cchc.reporting.report;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.precondition.ExpectedVersion;
import vn.cchc.rest.precondition.StaleResourceException;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.ProblemException;

/** Enters all figures of a unit for a period in one step, with or without a report. */
@ApplicationScoped
class EntryService {

    /** @param created whether there was no report before */
    record Entered(EntrySheet sheet, boolean created) {
    }

    private final Reports reports;
    private final ReportRequirements requirements;
    private final FigureValidation validation;
    private final EntrySheets sheets;
    private final AuditTrail trail;
    private final ReportChanges changes;
    private final Clock clock;

    EntryService(Reports reports, ReportRequirements requirements, FigureValidation validation, EntrySheets sheets,
            AuditTrail trail, ReportChanges changes, Clock clock) {
        this.reports = reports;
        this.requirements = requirements;
        this.validation = validation;
        this.sheets = sheets;
        this.trail = trail;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    EntrySheet read(ReportKey key, ChangeContext context) {
        ChangeContext own = context.onBehalfOf(key.unit().value());
        requirements.validate(key, "");
        return sheets.of(reports.find(key).orElseGet(() -> new Report(key, own.by(), clock.instant())));
    }

    /**
     * Without an expected version, there must not be a report yet.
     *
     * @param at what stands before the codes of the indicators in the pointers
     */
    @Transactional
    Entered enter(ReportKey key, Map<String, NewFigure> figures, String at, ChangeContext context) {
        ChangeContext own = context.onBehalfOf(key.unit().value());
        requirements.validate(key, "");
        UUID known = reports.findOrLock(key);
        Report report = known == null ? create(key, own) : lock(known, own);
        requirements.requireUnitExists(report);
        trail.change(report, "ENTER_FIGURES", own, () -> report.replaceFigures(
                validation.ofAll(report, figures, code -> at + JsonPointer.of(code), own.by()), own.by(), clock.instant()));
        return new Entered(sheets.of(report), known == null);
    }

    private Report create(ReportKey key, ChangeContext own) {
        Report report = new Report(key, own.by(), own.actor().principal(), clock.instant());
        if (own.expected() != ExpectedVersion.NONE) {
            own.expected().requireMatch(EntrySheet.noReport(key),
                    changed -> new StaleResourceException(sheets.of(report), List.of()));
        }
        reports.persist(report);
        changes.created(report, own);
        return report;
    }

    private Report lock(UUID known, ChangeContext own) {
        if (own.expected() == ExpectedVersion.NONE) {
            throw new ProblemException(CommonProblem.PRECONDITION_REQUIRED);
        }
        Report report = reports.requireForUpdate(known, ReportAccess.of(own.actor()));
        trail.requireMatch(report, own, () -> sheets.of(report));
        report.changeAsDeputyOf(own.actor().principal());
        return report;
    }
}
