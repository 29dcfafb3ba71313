package vn.cchc.reporting.consolidated;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import vn.cchc.reporting.report.Rating;
import vn.cchc.rest.paging.Paging;

/** Reads what was gathered from the units. Each list is one statement for any number of units. */
@ApplicationScoped
class ConsolidatedContent {

    private static final int ALL = Integer.MAX_VALUE;

    private static final String UNITS = """
            select u.unit, u.name, u.expected, s.report, s.version, v.accepted_at
            from consolidated_unit u join consolidated_report c on c.id = u.consolidated_report
              left join consolidated_source s on s.consolidated_report = c.id and s.unit = u.unit and s.period = c.period
              left join report_version v on v.report = s.report and v.version = s.version
            where c.id = :id and u.unit > :after order by u.unit""";

    private static final String TEXTS = """
            select s.unit, u.name, v.%1$s
            from consolidated_source s join consolidated_report c on c.id = s.consolidated_report and c.period = s.period
              join report_version v on v.report = s.report and v.version = s.version
              join consolidated_unit u on u.consolidated_report = c.id and u.unit = s.unit
            where c.id = :id and s.unit > :after and v.%1$s ~ '\\S' order by s.unit""";

    private static final String PROPOSALS = """
            select p.number, p.unit, u.name, v.proposals, p.answer, p.answered_by, p.answered_at
            from consolidated_proposal p join consolidated_report c on c.id = p.consolidated_report
              join consolidated_source s on s.consolidated_report = c.id and s.unit = p.unit and s.period = c.period
              join report_version v on v.report = s.report and v.version = s.version
              join consolidated_unit u on u.consolidated_report = c.id and u.unit = p.unit
            where c.id = :id and p.number > :after order by p.number""";

    private static final String SOURCES = """
            select s.report, s.version, s.period, s.unit, v.seal
            from consolidated_source s join report_version v on v.report = s.report and v.version = s.version
            where s.consolidated_report = :id and s.report > :after order by s.report""";

    private static final String CHANGED = """
            select unit, report, period, version_then, version_now from (
              select r.unit, r.id as report, r.period, s.version as version_then, r.accepted_version as version_now
              from consolidated_source s join report r on r.id = s.report
              where s.consolidated_report = :id
              union
              select r.unit, r.id, r.period, s.version, r.accepted_version
              from consolidated_report c join report r on r.regime = c.regime and r.period = c.period
                left join consolidated_source s on s.consolidated_report = c.id and s.report = r.id
              where c.id = :id and r.accepted_version is not null) versions
            where version_then is distinct from version_now order by unit, period""";

    private static final String REFERENCES = """
            select x.indicator, max(x.name), max(x."nameEn"), x.regime, x.period, sum(x.numerator), sum(x.denominator),
              min(array_position(array['NOT_ACHIEVED', 'PARTLY_ACHIEVED', 'ACHIEVED'], x.rating)),
              count(*) filter (where x.status = 'ACCEPTED'), count(*) filter (where x.status <> 'ACCEPTED')
            from consolidated_source s join consolidated_report c on c.id = s.consolidated_report and c.period = s.period
              join report_version v on v.report = s.report and v.version = s.version
              cross join lateral jsonb_to_recordset(v.figure_references) as x (indicator text, name text, "nameEn" text, status text,
                regime text, period text, numerator bigint, denominator bigint, rating text)
            where c.id = :id group by x.indicator, x.regime, x.period order by x.indicator, x.regime, x.period""";

    /**
     * An indicator of another regime that the units' reports refer to: the total of the figures as they were referred to.
     *
     * @param period null if the other regime had no period to refer to
     * @param missing how many reports refer to a figure that was not there
     */
    record ReferredTotal(String indicator, String regime, String period, IndicatorTotal total, long missing) {
    }

    @Schema(name = "ConsolidatedUnit", description = "A unit, and whether it reported")
    record UnitStanding(@Schema(examples = "VP") String unit,
            @Schema(description = "Name at the end of the period") String name,
            @Schema(description = "Whether the unit had to report: an indicator was assigned to it in the period") boolean expected,
            @Schema(description = "The accepted report; null if the unit did not report", nullable = true) UUID report,
            @Schema(description = "The version that was taken", nullable = true) Integer version,
            @Schema(nullable = true) Instant acceptedAt) {
    }

    @Schema(name = "ConsolidatedText", description = "What a unit wrote in a section")
    record GatheredText(@Schema(examples = "VP") String unit, String name, String text) {
    }

    @Schema(name = "ConsolidatedProposal", description = "A unit's proposal (kiến nghị, đề xuất), and the Department's answer")
    record ProposalText(int number, @Schema(examples = "VP") String unit, String name, String text,
            @Schema(nullable = true) String answer, @Schema(nullable = true) String answeredBy,
            @Schema(nullable = true) Instant answeredAt) {
    }

    @Schema(name = "ConsolidatedSource", description = "An accepted version that the report was made from")
    record SourceVersion(UUID report, int version, @Schema(examples = "2025") String period,
            @Schema(examples = "VP") String unit, @Schema(description = "Seal of the version") String seal) {
    }

    @Schema(name = "ConsolidatedChange", description = "A report whose accepted version is not the one that the consolidated report was made from")
    record ChangedSource(@Schema(examples = "VP") String unit, UUID report, @Schema(examples = "2025") String period,
            @Schema(description = "The version that was taken; null if none was accepted", nullable = true) Integer versionThen,
            @Schema(description = "The version that counts now") Integer versionNow) {
    }

    /** Everything that was gathered and is sealed with the report. */
    record Gathered(List<ProposalText> proposals, List<UnitStanding> units, List<SourceVersion> sources) {
    }

    private final Session session;

    ConsolidatedContent(Session session) {
        this.session = session;
    }

    Gathered gathered(ConsolidatedReport report) {
        return new Gathered(proposals(report), units(report), sources(report));
    }

    List<UnitStanding> units(ConsolidatedReport report) {
        return units(report, "", ALL);
    }

    List<UnitStanding> units(ConsolidatedReport report, Paging paging) {
        return units(report, paging.after(), paging.rows());
    }

    private List<UnitStanding> units(ConsolidatedReport report, String after, int most) {
        return list(query(UNITS, report).setParameter("after", after), most, row -> new UnitStanding((String) row[0],
                (String) row[1], (Boolean) row[2], (UUID) row[3], (Integer) row[4], (Instant) row[5]));
    }

    List<GatheredText> texts(ConsolidatedReport report, GatheredSection section) {
        return texts(report, section, "", ALL);
    }

    List<GatheredText> texts(ConsolidatedReport report, GatheredSection section, Paging paging) {
        return texts(report, section, paging.after(), paging.rows());
    }

    private List<GatheredText> texts(ConsolidatedReport report, GatheredSection section, String after, int most) {
        return list(query(TEXTS.formatted(section.column()), report).setParameter("after", after), most,
                row -> new GatheredText((String) row[0], (String) row[1], (String) row[2]));
    }

    List<ProposalText> proposals(ConsolidatedReport report) {
        return proposals(report, 0, ALL);
    }

    List<ProposalText> proposals(ConsolidatedReport report, Paging paging) {
        return proposals(report, paging.afterNumber(), paging.rows());
    }

    private List<ProposalText> proposals(ConsolidatedReport report, int after, int most) {
        return list(query(PROPOSALS, report).setParameter("after", after), most, row -> new ProposalText((Integer) row[0],
                (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5], (Instant) row[6]));
    }

    private List<SourceVersion> sources(ConsolidatedReport report) {
        return sources(report, new UUID(0, 0), ALL);
    }

    List<SourceVersion> sources(ConsolidatedReport report, Paging paging) {
        return sources(report, paging.afterId(), paging.rows());
    }

    private List<SourceVersion> sources(ConsolidatedReport report, UUID after, int most) {
        return list(query(SOURCES, report).setParameter("after", after), most, row -> new SourceVersion((UUID) row[0],
                (Integer) row[1], (String) row[2], (String) row[3], (String) row[4]));
    }

    List<ChangedSource> changedSince(ConsolidatedReport report) {
        return list(query(CHANGED, report), ALL, row -> new ChangedSource((String) row[0], (UUID) row[1], (String) row[2],
                (Integer) row[3], (Integer) row[4]));
    }

    List<ReferredTotal> references(ConsolidatedReport report) {
        return list(query(REFERENCES, report), ALL, row -> new ReferredTotal((String) row[0], (String) row[3],
                (String) row[4],
                new IndicatorTotal((String) row[1], (String) row[2], integer(row[5]), integer(row[6]),
                        row[7] == null ? null : Rating.values()[((Number) row[7]).intValue() - 1], number(row[8]),
                        Objects.toString(row[4], "")),
                number(row[9])));
    }

    /** How many units had to report, how many of them did, and how many others did. */
    ConsolidatedReportView.Units counts(ConsolidatedReport report) {
        Object[] row = query("""
                select count(*) filter (where u.expected), count(*) filter (where u.expected and s.unit is not null),
                  count(*) filter (where not u.expected)
                from consolidated_unit u join consolidated_report c on c.id = u.consolidated_report
                  left join consolidated_source s on s.consolidated_report = c.id and s.unit = u.unit and s.period = c.period
                where c.id = :id and (u.expected or s.unit is not null)""", report).getSingleResult();
        return new ConsolidatedReportView.Units(number(row[0]), number(row[1]), number(row[0]) - number(row[1]),
                number(row[2]));
    }

    ConsolidatedReportView.Proposals answers(ConsolidatedReport report) {
        Object[] row = query("""
                select count(*), count(answer) from consolidated_proposal where consolidated_report = :id""", report)
                .getSingleResult();
        return new ConsolidatedReportView.Proposals(number(row[0]), number(row[1]));
    }

    private NativeQuery<Object[]> query(String statement, ConsolidatedReport report) {
        return session.createNativeQuery(statement, Object[].class).setParameter("id", report.id);
    }

    private static <T> List<T> list(NativeQuery<Object[]> query, int most, Function<Object[], T> view) {
        return query.setMaxResults(most).getResultList().stream().map(view).toList();
    }

    private static BigInteger integer(Object sum) {
        return sum == null ? null : ((BigDecimal) sum).toBigIntegerExact();
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
