package vn.cchc.targets.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.quarkus.runtime.StartupEvent;
import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.SystemActor;
import vn.cchc.targets.indicator.IndicatorRow;
import vn.cchc.targets.indicator.Indicators;

/** Brings the Department's plan in as data when the service starts on an empty database. */
@ApplicationScoped
class PlanLoader {

    private static final Logger LOG = Logger.getLogger(PlanLoader.class);

    private final Plans plans;
    private final Targets targets;
    private final Indicators indicators;
    private final AuditTrail trail;
    private final ObjectMapper json;

    PlanLoader(Plans plans, Targets targets, Indicators indicators, AuditTrail trail, ObjectMapper json) {
        this.plans = plans;
        this.targets = targets;
        this.indicators = indicators;
        this.trail = trail;
        this.json = json;
    }

    @Transactional
    void load(@Observes StartupEvent started, SystemActor system) {
        // Two instances that start at once on an empty database load one plan.
        plans.lock();
        if (plans.count() > 0) {
            return;
        }
        PlanDocument document = document();
        Plan plan = new Plan(document);
        plans.persist(plan);
        trail.created(document, system.change());
        document.targets().forEach(printed -> targets.persist(new Target(plan.code(), printed)));
        List<IndicatorRow> printed = indicators();
        indicators.define(plan, printed, system.change());
        LOG.infof("Loaded plan %s: %d targets, %d indicators", plan.code, document.targets().size(), printed.size());
    }

    private PlanDocument document() {
        try (InputStream file = resource("plan.json")) {
            return json.readValue(file, PlanDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<IndicatorRow> indicators() {
        var csv = CsvMapper.csvBuilder().findAndAddModules().enable(CsvParser.Feature.EMPTY_STRING_AS_NULL).build();
        try (InputStream file = resource("indicators.csv");
                MappingIterator<IndicatorRow> rows = csv.readerFor(IndicatorRow.class)
                        .with(CsvSchema.emptySchema().withHeader()).readValues(file)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return PlanLoader.class.getResourceAsStream("/plan/" + name);
    }
}
