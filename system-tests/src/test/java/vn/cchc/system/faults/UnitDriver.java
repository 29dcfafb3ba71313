package vn.cchc.system.faults;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import vn.cchc.local.Tokens;
import vn.cchc.system.faults.StoredState.Accepted;
import vn.cchc.system.faults.StoredState.Figure;

/** A new unit that reports one indicator year after year. */
class UnitDriver {

    /**
     * Years whose cut-off day has passed, because a report cannot be submitted before it, and for which no journey accepts a
     * report, because the scoreboard's sums are compared.
     */
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2015;

    private static final List<String> INDICATORS = List.of("CT03.2", "CT05.3", "CT11");

    private final GatewayClient gateway;
    private final AcceptedCalls acceptedCalls;
    private final Review review;
    private final String unit;
    private final String indicator;
    private final Random chance;
    private final String reporter;
    private final String head;

    UnitDriver(int number, GatewayClient gateway, AcceptedCalls acceptedCalls, Review review) {
        this.gateway = gateway;
        this.acceptedCalls = acceptedCalls;
        this.review = review;
        this.unit = "SCHOOL-%04d".formatted(number);
        this.indicator = INDICATORS.get(number % INDICATORS.size());
        this.chance = new Random(number);
        this.reporter = Tokens.with("vp-reporter", Map.of("unit", unit));
        this.head = Tokens.with("vp-head", Map.of("unit", unit));
    }

    void report(BooleanSupplier goesOn) {
        open();
        for (int year = FIRST_YEAR; year <= LAST_YEAR && goesOn.getAsBoolean(); year++) {
            report(year);
        }
    }

    private void open() {
        String name = "Trường " + unit;
        gateway.done(Call.post("/units", Personas.ADMIN.token(),
                Map.of("code", unit, "name", name, "nameEn", name, "type", "SERVICE_UNIT", "parent", "SGDDT")));
        acceptedCalls.recordOperation("reporting", "unit", unit, "CREATE");
        String assignment = gateway.done(
                Call.post("/assignments", Personas.PLANNER.token(), Map.of("indicator", indicator, "unit", unit)),
                Set.of("unknown-unit")).id();
        acceptedCalls.recordOperation("targets", "assignment", assignment, "CREATE");
    }

    private void report(int year) {
        // The same percentage every year: a jump would need an explanation.
        long numerator = chance.nextInt(1, 500);
        long denominator = 2 * numerator;
        Reply report = gateway.done(Call.post("/reports", reporter, Map.of("period", String.valueOf(year), "unit", unit)));
        String path = "/reports/" + report.id();
        acceptedCalls.recordOperation("reporting", "report", report.id(), "CREATE");
        // The report changes when the service consumes the definition of the indicator.
        Reply asking = gateway.shown(Call.get(path, reporter), indicator);
        Reply written = gateway.done(Call.put(path + "/figures/" + indicator, reporter,
                Map.of("numerator", numerator, "denominator", denominator)).after(asking));
        acceptedCalls.recordOperation("reporting", "report", report.id(), "ENTER_FIGURES");
        Reply submitted = gateway.done(Call.step(path + "/submission", head).after(written));
        acceptedCalls.recordOperation("reporting", "report", report.id(), "SUBMIT");
        review.add(new Accepted(new Figure(UUID.fromString(report.id()), 1, indicator), year, unit, numerator, denominator),
                submitted);
    }
}
