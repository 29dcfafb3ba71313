package vn.cchc.reporting.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.indicator.Indicators;
import vn.cchc.reporting.report.EntryRules;
import vn.cchc.reporting.report.ExistingReport;
import vn.cchc.reporting.report.ExistingReports;
import vn.cchc.reporting.unit.UnitLife;
import vn.cchc.reporting.unit.Units;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** The templates of imports, written without a transaction that would wait for a slow reader. */
@ApplicationScoped
class Templates {

    private static final int UNITS_AT_ONCE = 500;

    private final Regimes regimes;
    private final Indicators indicators;
    private final Units units;
    private final ExistingReports existing;

    Templates(Regimes regimes, Indicators indicators, Units units, ExistingReports existing) {
        this.regimes = regimes;
        this.indicators = indicators;
        this.units = units;
        this.existing = existing;
    }

    @Transactional
    Template of(TemplateFilter filter, Actor actor) {
        filter.validate();
        List<String> wanted = filter.units.isEmpty() ? List.copyOf(actor.units()) : filter.units;
        wanted.forEach(actor::onBehalfOf);
        Period period = regimes.period(filter.regime, filter.period).filter(each -> !each.isCancelled())
                .orElseThrow(() -> new ProblemException(CommonProblem.INVALID_INPUT,
                        List.of(Violation.at("period", ReportingProblem.INVALID_PERIOD, filter.period,
                                regimes.require(filter.regime).periodCodes()))));
        return new Template(filter.regime, filter.period, period, NumberLocale.of(filter.locale),
                wanted.stream().distinct().sorted().toList());
    }

    void write(Template template, TemplateFile file) throws IOException {
        ImportScope scope = QuarkusTransaction.requiringNew().call(() -> scope(template));
        for (int from = 0; from < template.units().size(); from += UNITS_AT_ONCE) {
            List<String> codes = template.units().subList(from, Math.min(from + UNITS_AT_ONCE, template.units().size()));
            for (TemplateRow row : QuarkusTransaction.requiringNew().call(() -> rows(template, scope, codes))) {
                file.add(row);
            }
        }
        file.finish();
    }

    private ImportScope scope(Template template) {
        return new ImportScope(template.period(), Set.copyOf(template.units()),
                indicators.assigned(template.regime(), template.period()), regimes.qualityRules(template.period()));
    }

    private List<TemplateRow> rows(Template template, ImportScope scope, List<String> codes) {
        Map<String, UnitLife> lives = units.lives(codes);
        Map<String, ExistingReport> reports = existing.find(template.regime(), template.code(), codes);
        List<TemplateRow> rows = new ArrayList<>();
        for (String code : codes) {
            UnitLife unit = lives.get(code);
            if (unit != null) {
                ExistingReport report = reports.get(code);
                EntryRules rules = scope.entryRules(unit);
                rules.required().forEach((indicator, definition) -> rows.add(new TemplateRow(unit, definition,
                        report == null ? null : report.figures().get(indicator), rules.derivedPartsOf(definition.code()),
                        template.locale())));
            }
        }
        return rows;
    }
}
