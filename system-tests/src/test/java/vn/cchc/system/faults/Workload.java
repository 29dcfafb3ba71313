package vn.cchc.system.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import vn.cchc.system.stack.RunningStack;

/** Accepted reports and published surveys, for the drills, and what the scoreboard makes of them. */
public final class Workload {

    private static final int YEARS = 3;

    private final AcceptedCalls acceptedCalls = new AcceptedCalls();
    private final GatewayClient gateway;
    private final Review review;
    private final DatabaseReader databases;

    public Workload(RunningStack stack) {
        Recovery recovery = new Recovery();
        this.gateway = new GatewayClient(stack.address("gateway"), new Traffic(), recovery);
        this.review = new Review(gateway, acceptedCalls, new Follower(gateway, recovery));
        this.databases = new DatabaseReader(stack, gateway);
    }

    /** A new unit reports for some years, and its reports are accepted. */
    public void report(int unit) {
        AtomicInteger years = new AtomicInteger();
        new UnitDriver(unit, gateway, acceptedCalls, review).report(() -> years.getAndIncrement() < YEARS);
        review.finish();
    }

    /** A campaign is held, and its result published. */
    public void survey(int number) {
        new Poll(number, gateway, acceptedCalls).hold(() -> false);
    }

    /** Until every event is applied, and every audit entry sealed; a broken chain never is. */
    public void awaitApplied() {
        await("all events are applied").pollInSameThread().pollInterval(500, MILLISECONDS).atMost(5, MINUTES).ignoreExceptions()
                .until(databases::isIdle);
    }

    public String scoreboards() {
        return IntStream.of(2000, 2001, 2002, 2031).mapToObj(year -> gateway
                .done(Call.get("/scoreboard?year=" + year, Personas.VIEWER.token())).body()).collect(joining("\n"));
    }

    /** Every service publishes all of its events again. Returns how many. */
    public long republish() {
        return DatabaseReader.SERVICES.stream()
                .mapToLong(service -> gateway
                        .done(Call.step("/republications?service=" + service, Personas.ADMIN.token()).unkeyed()).json()
                        .getLong("events"))
                .sum();
    }

    /** Returns the rebuild of a service's read models once it has ended. */
    public Reply rebuild(String service) {
        String id = gateway.done(Call.step("/rebuilds?service=" + service, Personas.ADMIN.token())).id();
        Call state = Call.get("/rebuilds/" + id + "?service=" + service, Personas.ADMIN.token());
        return await("the rebuild of " + service).pollInSameThread().pollInterval(500, MILLISECONDS).atMost(5, MINUTES)
                .until(() -> gateway.done(state), reply -> reply.json().getString("endedAt") != null);
    }
}
