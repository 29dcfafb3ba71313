package vn.cchc.reporting.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import vn.cchc.reporting.report.FigureEntry.Entered;
import vn.cchc.rest.RequestContext;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.precondition.ExpectedVersion;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** One import of a file of figures: what was asked, by whom, and how far the work has come. */
@Entity
@DynamicUpdate
class FigureImport {

    private static final int ALL = 100;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    String regime;
    String period;
    String format;
    @Enumerated(EnumType.STRING)
    ImportMode mode;
    boolean dryRun;
    String locale;
    String sha256;
    long size;
    UUID upload;
    @Enumerated(EnumType.STRING)
    ImportState state;
    String createdBy;
    String client;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> roles = new ArrayList<>();
    String unit;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> units = new ArrayList<>();
    String requestId;
    String xRoadId;
    String xRoadUser;
    String xRoadClient;
    String traceId;
    Instant createdAt;
    Instant endedAt;
    int attempts;
    UUID lease;
    Instant leasedUntil;
    Integer total;
    int processed;
    int lastRow;
    int reportsCreated;
    int figuresChanged;
    int figuresUnchanged;
    int rowsRefused;
    int conflicts;
    int errors;
    int warnings;

    protected FigureImport() {
    }

    FigureImport(ImportRequest wanted, Upload file, ChangeContext context, Instant at) {
        this.regime = wanted.regime().value();
        this.period = wanted.period().value();
        this.format = wanted.format();
        this.mode = wanted.mode();
        this.dryRun = wanted.dryRun();
        this.locale = wanted.locale().tag();
        this.sha256 = file.sha256();
        this.size = file.size();
        this.upload = file.id();
        this.state = ImportState.QUEUED;
        this.createdBy = context.by();
        this.client = context.actor().client();
        this.roles = List.copyOf(context.actor().roles());
        this.unit = context.actor().unit();
        // A deputy imports nothing for others: the import goes on after the days of the deputy.
        this.units = List.copyOf(context.actor().ownUnits());
        this.requestId = context.request().requestId();
        this.xRoadId = context.request().xRoadId();
        this.xRoadUser = context.request().xRoadUser();
        this.xRoadClient = context.request().xRoadClient();
        this.traceId = context.traceId();
        this.createdAt = at;
    }

    RegimeCode regime() {
        return new RegimeCode(regime);
    }

    PeriodCode period() {
        return new PeriodCode(period);
    }

    NumberLocale locale() {
        return NumberLocale.of(locale);
    }

    boolean isAllOrNothing() {
        return mode == ImportMode.ALL_OR_NOTHING;
    }

    /** The changes are those of the caller who sent the file. */
    ChangeContext context() {
        return new ChangeContext(new Actor(createdBy, client, Set.copyOf(roles), unit, Set.copyOf(units)),
                new RequestContext(requestId, xRoadId, xRoadUser, xRoadClient), traceId, ExpectedVersion.ANY,
                ChangeReason.withText("Import " + id));
    }

    /** Before another attempt at work that is not divided. */
    void restart() {
        processed = 0;
        lastRow = 0;
        conflicts = 0;
    }

    void add(Entered entered, int refused) {
        reportsCreated += entered.reportsCreated();
        figuresChanged += entered.figuresChanged();
        figuresUnchanged += entered.figuresUnchanged();
        rowsRefused += refused;
    }

    void end(ImportState with, Instant at) {
        state = with;
        endedAt = at;
    }

    /** @return null until the rows are counted */
    Integer percent() {
        if (state == ImportState.DONE) {
            return ALL;
        }
        if (total == null) {
            return null;
        }
        return total == 0 ? ALL : (int) ((long) processed * ALL / total);
    }
}
