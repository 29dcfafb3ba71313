package vn.cchc.reporting.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.messaging.PersistenceFailure;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.quality.Finding;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.rest.problem.ProblemType;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.rest.problem.Violation;

@ApplicationScoped
class FigureImports implements PanacheRepositoryBase<FigureImport, UUID> {

    /** As long as the response of a request with an idempotency key is kept. */
    private static final Duration SAME_FILE = Duration.ofHours(24);

    private static final String CLAIM = """
            update figure_import set state = 'RUNNING', attempts = attempts + 1, lease = :lease,
              leased_until = now() + :seconds * interval '1 second'
            where id = (select id from figure_import where state = 'QUEUED' or state = 'RUNNING' and leased_until < now()
              order by id limit 1 for update skip locked)""";

    private static final String SAVE_PROGRESS = """
            update FigureImport set total = :total, processed = :processed, lastRow = :lastRow, reportsCreated = :reportsCreated,
              figuresChanged = :figuresChanged, figuresUnchanged = :figuresUnchanged, rowsRefused = :rowsRefused,
              conflicts = :conflicts, errors = :errors, warnings = :warnings, leasedUntil = :leasedUntil, state = :state, endedAt = :endedAt
            where id = :id and lease = :lease and state = vn.cchc.reporting.imports.ImportState.RUNNING""";

    private static final String ADD_CONFLICT = """
            insert into import_conflict (import, number, sheet, cell, code, args) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String ADD_FINDING = """
            insert into import_finding (import, number, unit, indicator, sheet, cell, severity, rule, code, detail, detail_en)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final ProblemMessages VIETNAMESE = ProblemMessages.accepted(List.of("vi"));
    private static final ProblemMessages ENGLISH = ProblemMessages.accepted(List.of("en"));

    /** Fired with the transaction that adds an import. */
    record Queued(UUID id) {
    }

    /** @param created false for the earlier import of the same file */
    record Accepted(UUID id, boolean created) {
    }

    private final Regimes regimes;
    private final DataSource database;
    private final ImportConfig config;
    private final Event<Queued> queued;
    private final Clock clock;

    FigureImports(Regimes regimes, DataSource database, ImportConfig config, Event<Queued> queued, Clock clock) {
        this.regimes = regimes;
        this.database = database;
        this.config = config;
        this.queued = queued;
        this.clock = clock;
    }

    /** One import for the same file of the same caller with the same parameters, unless the earlier one imported nothing. */
    @Transactional
    Accepted add(ImportRequest wanted, Upload file, ChangeContext context) {
        validate(wanted);
        getEntityManager().createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as lock")
                .setParameter("key", wanted.key(file.sha256(), context.by())).getSingleResult();
        FigureImport earlier = find("""
                sha256 = ?1 and createdBy = ?2 and regime = ?3 and period = ?4 and format = ?5 and mode = ?6 and dryRun = ?7
                and locale = ?8 and createdAt > ?9 and state not in ?10 order by id desc""", file.sha256(), context.by(),
                wanted.regime().value(), wanted.period().value(), wanted.format(), wanted.mode(), wanted.dryRun(),
                wanted.locale().tag(), clock.instant().minus(SAME_FILE), List.of(ImportState.REFUSED, ImportState.FAILED))
                .firstResult();
        if (earlier != null) {
            return new Accepted(earlier.id, false);
        }
        FigureImport added = new FigureImport(wanted, file, context, clock.instant());
        persist(added);
        queued.fire(new Queued(added.id));
        return new Accepted(added.id, true);
    }

    private void validate(ImportRequest wanted) {
        List<Violation> violations = new ArrayList<>();
        if (regimes.latest(wanted.regime()).isEmpty()) {
            violations.add(Violation.at("regime", ReportingProblem.UNKNOWN_REGIME, wanted.regime()));
        } else if (regimes.period(wanted.regime(), wanted.period()).filter(period -> !period.isCancelled()).isEmpty()) {
            violations.add(Violation.at("period", ReportingProblem.INVALID_PERIOD, wanted.period(),
                    regimes.latest(wanted.regime()).orElseThrow().periodCodes()));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
    }

    /** The imports of the caller and of its unit; auditors see all. */
    List<FigureImport> list(Actor actor, Paging paging) {
        return find("id > ?1 and (?2 = true or createdBy = ?3 or unit = ?4) order by id", paging.afterId(),
                actor.is(Role.AUDITOR), actor.subject(), actor.unit()).page(0, paging.rows()).list();
    }

    FigureImport require(UUID id, Actor actor) {
        return findByIdOptional(id)
                .filter(job -> actor.is(Role.AUDITOR) || job.createdBy.equals(actor.subject())
                        || job.unit != null && job.unit.equals(actor.unit()))
                .orElseThrow(() -> ProblemException.notFound(ResourceType.IMPORT, id));
    }

    List<ImportConflict> conflicts(UUID job, Paging paging) {
        return getEntityManager().createQuery("""
                from ImportConflict where importId = :job and number > :after order by number""", ImportConflict.class)
                .setParameter("job", job).setParameter("after", paging.afterNumber()).setMaxResults(paging.rows())
                .getResultList();
    }

    List<ImportFinding> findings(UUID job, Paging paging) {
        return getEntityManager().createQuery("""
                from ImportFinding where importId = :job and number > :after order by number""", ImportFinding.class)
                .setParameter("job", job).setParameter("after", paging.afterNumber()).setMaxResults(paging.rows())
                .getResultList();
    }

    /** Takes the oldest import that nobody works on. */
    @Transactional
    Optional<FigureImport> claim() {
        UUID lease = UUID.randomUUID();
        getEntityManager().createNativeQuery(CLAIM).setParameter("lease", lease)
                .setParameter("seconds", config.lease().toSeconds()).executeUpdate();
        Optional<FigureImport> claimed = find("lease = ?1 and state = ?2", lease, ImportState.RUNNING).firstResultOptional();
        claimed.ifPresent(getEntityManager()::detach);
        return claimed;
    }

    /** Renews the lease, and shows how far the import has come. */
    @Transactional(TxType.REQUIRES_NEW)
    void report(FigureImport job) {
        save(job);
    }

    /**
     * Stores the progress in the transaction of the work.
     *
     * @throws LostLease if another worker has the import: this one must not commit
     */
    @Transactional(TxType.MANDATORY)
    void save(FigureImport job) {
        int rows = getEntityManager().createQuery(SAVE_PROGRESS).setParameter("total", job.total)
                .setParameter("processed", job.processed).setParameter("lastRow", job.lastRow)
                .setParameter("reportsCreated", job.reportsCreated).setParameter("figuresChanged", job.figuresChanged)
                .setParameter("figuresUnchanged", job.figuresUnchanged).setParameter("rowsRefused", job.rowsRefused)
                .setParameter("errors", job.errors).setParameter("warnings", job.warnings)
                .setParameter("conflicts", job.conflicts).setParameter("state", job.state)
                .setParameter("leasedUntil", clock.instant().plus(config.lease())).setParameter("endedAt", job.endedAt)
                .setParameter("id", job.id).setParameter("lease", job.lease).executeUpdate();
        if (rows == 0) {
            throw new LostLease();
        }
    }

    /** @param before the number of conflicts that are stored already */
    @Transactional(TxType.MANDATORY)
    void add(UUID job, int before, List<Conflict> conflicts) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD_CONFLICT)) {
            int number = before;
            for (Conflict conflict : conflicts) {
                insert.setObject(1, job);
                insert.setInt(2, ++number);
                insert.setString(3, conflict.sheet());
                insert.setString(4, conflict.cell());
                insert.setString(5, conflict.type().name());
                insert.setArray(6, connection.createArrayOf("varchar", conflict.args().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    @Transactional(TxType.MANDATORY)
    void addFindings(UUID job, List<CellFinding> findings) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD_FINDING)) {
            int number = 0;
            for (CellFinding found : findings) {
                Finding finding = found.finding();
                ProblemType type = finding.violation().type();
                List<Object> args = finding.violation().args();
                Object[] values = { job, ++number, found.unit(), found.indicator(), found.sheet(), found.cell(),
                        finding.severity().name(), finding.rule() == null ? null : finding.rule().name(), type.code(),
                        VIETNAMESE.detail(type, args), ENGLISH.detail(type, args) };
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** Lets another attempt begin soon. */
    @Transactional(TxType.REQUIRES_NEW)
    void release(FigureImport job, Duration pause) {
        update("leasedUntil = ?1 where id = ?2 and lease = ?3 and state = ?4", clock.instant().plus(pause), job.id, job.lease,
                ImportState.RUNNING);
    }

    /** After the last attempt. What it has written row by row stays, and is counted. */
    @Transactional(TxType.REQUIRES_NEW)
    void fail(FigureImport job) {
        update("state = ?1, endedAt = ?2 where id = ?3 and lease = ?4 and state = ?5", ImportState.FAILED, clock.instant(),
                job.id, job.lease, ImportState.RUNNING);
    }

    static class LostLease extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostLease() {
            super("another worker has continued the import");
        }
    }
}
