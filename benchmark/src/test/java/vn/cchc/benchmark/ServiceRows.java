package vn.cchc.benchmark;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.cchc.local.Tokens;
import vn.cchc.system.stack.ProcessUsage;
import vn.cchc.system.stack.ProductionService;
import vn.cchc.system.stack.RunningStack;

/** The services themselves, without the gateway: memory, scoreboards, and how soon an acceptance shows. */
final class ServiceRows implements AutoCloseable {

    private static final String SCOREBOARD = "/api/v1/scoreboard?year=2025";
    /** After which a service does nothing but wait. */
    private static final int REST_SECONDS = Math.min(30, Length.WARM_UP_SECONDS);

    private final RunningStack stack;
    private final Table table;
    private final Map<String, ProductionService> services = new LinkedHashMap<>();

    ServiceRows(RunningStack stack, Table table) throws IOException {
        this.stack = stack;
        this.table = table;
        for (String database : List.of("targets", "reporting", "survey")) {
            services.put(database, new ProductionService(stack, database));
        }
    }

    /** Beside the others, which rest. Their databases have their tables already. */
    private void start() throws IOException {
        for (Map.Entry<String, ProductionService> service : services.entrySet()) {
            var seconds = new Series();
            for (int round = 0; round < Length.ROUNDS; round++) {
                service.getValue().close();
                service.getValue().start();
                seconds.add(service.getValue().startTime().toMillis() / 1e3);
            }
            table.add("start of %s-service".formatted(service.getKey()), "s", seconds.median(), "≤ 3.5 with AppCDS");
        }
    }

    void measure() throws Exception {
        start();
        Thread.sleep(SECONDS.toMillis(REST_SECONDS));
        memory("at rest", "≤ 256");
        var plan = new PlanData(stack, services.get("targets"), services.get("reporting"));
        plan.awaitCounted();
        Wrk.run(scoreboard(), Length.WARM_UP_SECONDS);
        scoreboards(plan.units());
        plan.addUnits();
        scoreboards(plan.units());
        new AcceptanceRows(stack, table, plan).measure();
        intake();
        new RelayRows(stack, table).measure();
        memory("after this load", "");
    }

    private void intake() throws Exception {
        if (Machine.has("pgbench")) {
            new IntakeRows(stack, table, services.get("survey")).measure();
        } else {
            table.leaveOut("durable answers", "pgbench is not on this machine");
        }
    }

    private void memory(String when, String goal) throws IOException {
        for (Map.Entry<String, ProductionService> service : services.entrySet()) {
            table.add("memory of %s-service %s".formatted(service.getKey(), when), "MB",
                    ProcessUsage.residentMegabytes(service.getValue().id()), goal);
        }
        table.add("memory of Kafka " + when, "MB", ProcessUsage.residentMegabytes(stack.id("kafka")), "");
    }

    private Target scoreboard() {
        return Target.withToken(services.get("targets").address() + SCOREBOARD, Tokens.of("viewer"));
    }

    /** By turns with and without {@code If-None-Match}. */
    private void scoreboards(int units) throws IOException, InterruptedException {
        Target always = scoreboard();
        Target ifChanged = always.ifChanged(etag(always));
        assertThat(send(ifChanged).statusCode()).isEqualTo(304);
        var whole = new Scoreboards(services.get("targets"), stack);
        var unchanged = new Scoreboards(services.get("targets"), stack);
        for (int round = 0; round < Length.ROUNDS; round++) {
            whole.turn(always);
            unchanged.turn(ifChanged);
        }
        whole.add(table, "scoreboards of %,d units".formatted(units), "≥ 2,000 on one core");
        unchanged.add(table, "the same with If-None-Match, unchanged", "");
    }

    private static String etag(Target target) throws IOException, InterruptedException {
        return send(target).headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<String> send(Target target) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.address()));
        target.headers().forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        services.values().forEach(ProductionService::close);
    }

    /** The rounds of one kind of request, and what they take of the processors. */
    private static final class Scoreboards {

        private final ProductionService service;
        private final RunningStack stack;
        private final Series perSecond = new Series();
        private final Series millis50 = new Series();
        private final Series millis95 = new Series();
        private final Series ofService = new Series();
        private final Series ofDatabase = new Series();

        Scoreboards(ProductionService service, RunningStack stack) {
            this.service = service;
            this.stack = stack;
        }

        void turn(Target target) throws IOException {
            double before = ProcessUsage.cpuSeconds(service.id());
            double databaseBefore = ProcessUsage.cpuSeconds(stack.id("postgres"));
            Wrk wrk = Wrk.run(target, Length.SECONDS);
            double requests = wrk.requestsPerSecond() * Length.SECONDS;
            ofService.add((ProcessUsage.cpuSeconds(service.id()) - before) * 1e6 / requests);
            ofDatabase.add((ProcessUsage.cpuSeconds(stack.id("postgres")) - databaseBefore) * 1e6 / requests);
            perSecond.add(wrk.requestsPerSecond());
            millis50.add(wrk.millis50());
            millis95.add(wrk.millis95());
        }

        void add(Table table, String measured, String goal) {
            table.add(measured + ", 32 connections", "requests/s", perSecond.median(), "");
            table.add("p50 of the same", "ms", millis50.median(), "");
            table.add("p95 of the same", "ms", millis95.median(), "");
            table.add("the same for each CPU second of the service", "requests", 1e6 / ofService.median(), goal);
            table.add("CPU of PostgreSQL for one of them", "µs", ofDatabase.median(), "");
        }
    }
}
