package vn.cchc.reporting.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.reporting.indicator.Indicators;
import vn.cchc.rest.RequestContext;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.precondition.ExpectedVersion;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/**
 * Generates as many units, indicators and files of figures as wanted. The same numbers give the same data.
 */
@ApplicationScoped
class ScaleData {

    private final Uploads uploads;
    private final FigureImports imports;
    private final Indicators indicators;
    private final String url;
    private final String user;
    private final String owner;
    private final String password;

    ScaleData(Uploads uploads, FigureImports imports, Indicators indicators,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.uploads = uploads;
        this.imports = imports;
        this.indicators = indicators;
        this.url = url;
        this.user = user;
        this.owner = owner;
        this.password = password;
    }

    static String unit(int number) {
        return "SCALE-%05d".formatted(number);
    }

    static String indicator(int number) {
        return "SCALE-CT%02d".formatted(number);
    }

    /** Adds units and indicators, each of which is assigned to every unit. */
    void prepare(int units, int count) throws SQLException {
        sql("""
                insert into unit (code, name, name_en, type, parent, reporting_parent, version)
                select 'SCALE-' || lpad(n::text, 5, '0'), 'Trường số ' || n, 'School no. ' || n, 'SERVICE_UNIT', 'SGDDT', 'SGDDT', 1
                from generate_series(0, %d) n on conflict do nothing"""
                .formatted(units - 1));
        List<Assignment> all = IntStream.range(0, units).mapToObj(n -> new Assignment(unit(n), true, null, null)).toList();
        QuarkusTransaction.requiringNew().timeout(600).run(() -> IntStream.range(0, count)
                .mapToObj(n -> new IndicatorDefined(indicator(n), "KH-SGDDT-2022", 1, "Chỉ số " + n, "Indicator " + n, "RATIO",
                        "FLOW", "AT_LEAST", "a", "b", "CCHC", null, null, List.of(), all, units, List.of(), null))
                .forEach(indicators::apply));
        sql("analyze");
    }

    /** Adds a regime with the four quarters of 2025, of which each unit has reported about nine in ten. */
    void prepareYear(String regime, int units) throws SQLException {
        sql("""
                insert into unit (code, name, name_en, type, parent, reporting_parent, version)
                select 'SCALE-' || lpad(n::text, 5, '0'), 'Trường số ' || n, 'School no. ' || n, 'SERVICE_UNIT', 'SGDDT', 'SGDDT', 1
                from generate_series(0, %d) n on conflict do nothing"""
                .formatted(units - 1));
        sql("""
                insert into regime (code, version, name, name_en, legal_basis, type, window_rule, period_types, deadlines)
                select '%s', 1, name, name_en, legal_basis, type, window_rule, period_types, deadlines from regime
                where code = 'CCHC' and version = 1""".formatted(regime));
        sql("""
                insert into period (id, regime, code, version, year, window_from, window_to, year_from, year_to, annual,
                  unit_deadline, department_deadline, province_deadline, cancelled, regime_version, recorded_at)
                select uuidv7(), '%s', '2025Q' || quarter, 1, 2025, first, last, '2025-01-01', '2025-12-31', false, last + 5,
                  last + 7, last + 10, false, 1, now()
                from generate_series(1, 4) quarter cross join lateral (
                  select make_date(2025, 3 * quarter - 2, 1) as first,
                    cast(make_date(2025, 3 * quarter, 1) + interval '1 month' as date) - 1 as last)"""
                .formatted(regime));
        sql("""
                insert into reporting_duty (regime, unit, flow, cut_off, annual)
                select '%s', code, '{[2022-01-01,2031-01-01)}', '{}', '{}' from unit where code like 'SCALE-%%' order by code limit %d"""
                .formatted(regime, units));
        sql("""
                insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at,
                  first_submitted_at, submitted_at, submitted_by, lock)
                select uuidv7(), p.regime, p.code, d.unit, 'SUBMITTED', 1, 'x', at, at, at, at, 'x', 0
                from period p join reporting_duty d on d.regime = p.regime
                  cross join lateral (select p.window_to + abs(hashtext(d.unit || p.code) %% 10) * interval '1 day' as at)
                where p.regime = '%s' and hashtext(p.code || d.unit) %% 10 <> 0""".formatted(regime));
    }

    /** Adds a regime with so many accepted figures, twenty in a report. */
    void prepareAccepted(String regime, int figures) throws SQLException {
        sql("""
                insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at, accepted_at, seal,
                  seal_format, lock, accepted_version)
                select uuidv7(), '%s', 'B' || n, 'SGDDT', 'ACCEPTED', 1, 'x', now(), now(), now(), repeat('a', 64), 1, 0, 1
                from generate_series(1, %d / 20) n"""
                .formatted(regime, figures));
        sql("""
                insert into report_version (report, version, regime, period, unit, contributors, accepted_at, seal, seal_format)
                select id, version, regime, period, unit, '{}', accepted_at, seal, seal_format from report where regime = '%s'"""
                .formatted(regime));
        sql("""
                insert into report_version_figure (report, version, indicator, numerator, denominator, entered_by, entered_at)
                select id, 1, 'SCALE-CT' || n, 17, 20, 'x', now() from report, generate_series(1, 20) n where regime = '%s'"""
                .formatted(regime));
        sql("vacuum analyze");
    }

    /** Other tests expect to find their own indicators only. */
    void removeIndicators() throws SQLException {
        sql("delete from indicator where code like 'SCALE-%'");
    }

    static byte[] csv(int units, int count, int seed) {
        StringBuilder file = new StringBuilder("unit,indicator,numerator,denominator,rating,statement\n");
        for (int unit = 0; unit < units; unit++) {
            for (int indicator = 0; indicator < count; indicator++) {
                int denominator = 100 + (unit * 31 + indicator * 17 + seed) % 900;
                file.append(unit(unit)).append(',').append(indicator(indicator)).append(',')
                        .append(denominator - (unit + indicator + seed) % 50).append(',').append(denominator).append(",,\n");
            }
        }
        return file.toString().getBytes(UTF_8);
    }

    UUID start(String period, ImportMode mode, int units, byte[] csv) throws IOException {
        Set<String> own = IntStream.range(0, units).mapToObj(ScaleData::unit).collect(Collectors.toSet());
        var actor = new Actor("scale", null, Set.of(Role.INTEGRATOR), unit(0), own);
        var context = new ChangeContext(actor, RequestContext.NONE, null, ExpectedVersion.ANY,
                new ChangeReason(null, null, null));
        var wanted = new ImportRequest(new RegimeCode("CCHC"), new PeriodCode(period), "CSV", mode, false, NumberLocale.EN_US);
        return imports.add(wanted, uploads.store(new ByteArrayInputStream(csv)), context).id();
    }

    /** One column on one connection: to read all units of the job again and again would slow what is measured. */
    void awaitDone(UUID job) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement("select state from figure_import where id = ?")) {
            select.setObject(1, job);
            await().pollInterval(Duration.ofMillis(50)).atMost(30, MINUTES)
                    .until(() -> !Set.of("QUEUED", "RUNNING").contains(state(select)));
            if (!state(select).equals("DONE")) {
                throw new IllegalStateException("the import ended as " + state(select));
            }
        }
    }

    private static String state(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    FigureImport job(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> imports.findById(id));
    }

    /** The role sees what its own sessions do. */
    long countAsApplication(String query) throws SQLException {
        return count(connectAsApplication(), query);
    }

    long count(String query) throws SQLException {
        return count(connect(), query);
    }

    private static long count(Connection opened, String query) throws SQLException {
        try (Connection connection = opened; ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    void sql(String statement) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(statement);
        }
    }

    /** With the role that owns the tables. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    /** With the role that serves requests. */
    Connection connectAsApplication() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
