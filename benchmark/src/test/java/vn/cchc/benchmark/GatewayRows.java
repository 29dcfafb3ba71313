package vn.cchc.benchmark;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.HdrHistogram.Histogram;

import vn.cchc.local.Tokens;
import vn.cchc.system.stack.ProcessUsage;
import vn.cchc.system.stack.ProductionService;
import vn.cchc.system.stack.RunningStack;

/** The gateway beside nginx as a plain proxy and beside Spring Cloud Gateway, in front of the same upstream. */
final class GatewayRows implements AutoCloseable {

    /** So many requests at once that no limit is reached, for both gateways. */
    static final String QUOTA = "1000000000";

    private static final String SMALL = "/api/v1/plans";
    private static final String LARGE = "/api/v1/indicators";
    private static final String PUBLIC = "/api/v1/problems/targets/not-found";
    /** Of what the slowest bears with wrk, which takes less of the processors than requests at a constant rate do. */
    private static final double SHARE = 0.4;

    private final Table table;
    private final String token = Tokens.of("viewer");
    private final Nginx upstream;
    private final Nginx nginx;
    private final ProductionService gateway;
    private final ProductionService spring;
    private final Map<Peer, String> addresses = new LinkedHashMap<>();

    enum Peer {
        OURS("ours"),
        NGINX("nginx as a plain proxy"),
        SPRING("Spring Cloud Gateway");

        final String title;

        Peer(String title) {
            this.title = title;
        }
    }

    GatewayRows(RunningStack stack, Table table) throws IOException {
        this.table = table;
        upstream = Nginx.upstream();
        nginx = Nginx.proxy(upstream);
        gateway = ProductionService.gateway(stack, upstream.address(),
                Map.of("CCHC_GATEWAY_RATES_CLIENT_QUOTA", QUOTA, "CCHC_GATEWAY_RATES_ADDRESS_QUOTA", QUOTA));
        spring = SpringGateway.start(stack, upstream.address());
        addresses.put(Peer.OURS, gateway.address());
        addresses.put(Peer.NGINX, nginx.address());
        addresses.put(Peer.SPRING, spring.address());
    }

    void measure() throws IOException, InterruptedException {
        double atRest = ProcessUsage.residentMegabytes(gateway.id());
        warmUp();
        Map<Peer, Series> small = throughput(SMALL, true);
        add("GET of 1 KB with a token", small, "≥ 0.5", "≥ 2.5");
        add("GET of 15 KB with a token", throughput(LARGE, true), "", "");
        add("GET of 1 KB without a token", throughput(PUBLIC, false), "", "");
        latencies(SHARE * small.values().stream().mapToDouble(Series::median).min().orElseThrow());
        table.add("memory of the gateway at rest", "MB", atRest, "≤ 256");
        table.add("memory of the gateway after this load", "MB", ProcessUsage.residentMegabytes(gateway.id()), "");
    }

    private Target target(Peer peer, String path, boolean withToken) {
        String address = addresses.get(peer) + path;
        return withToken ? Target.withToken(address, token) : Target.of(address);
    }

    private void warmUp() throws IOException {
        for (Peer peer : List.of(Peer.OURS, Peer.SPRING)) {
            Wrk.run(target(peer, SMALL, true), Length.WARM_UP_SECONDS);
            Wrk.run(target(peer, LARGE, true), Math.max(1, Length.WARM_UP_SECONDS / 4));
            Wrk.run(target(peer, PUBLIC, false), Math.max(1, Length.WARM_UP_SECONDS / 4));
        }
    }

    private Map<Peer, Series> throughput(String path, boolean withToken) throws IOException {
        Map<Peer, Series> all = new LinkedHashMap<>();
        for (int round = 0; round < Length.ROUNDS; round++) {
            for (Peer peer : Peer.values()) {
                all.computeIfAbsent(peer, any -> new Series())
                        .add(Wrk.run(target(peer, path, withToken), Length.SECONDS).requestsPerSecond());
            }
        }
        return all;
    }

    private void add(String measured, Map<Peer, Series> all, String againstNginx, String againstSpring) {
        double ours = all.get(Peer.OURS).median();
        table.add(measured, "requests/s", ours, all.get(Peer.NGINX).median(), Peer.NGINX.title, againstNginx);
        table.add(measured, "requests/s", ours, all.get(Peer.SPRING).median(), Peer.SPRING.title, againstSpring);
    }

    private void latencies(double rate) throws InterruptedException {
        Map<Double, Map<Peer, Series>> all = new LinkedHashMap<>();
        List<Double> percentiles = List.of(50.0, 99.0, 99.9);
        try (var load = new ConstantRate()) {
            for (Peer peer : Peer.values()) {
                load.run(target(peer, SMALL, true), rate, Length.SECONDS);
            }
            for (int round = 0; round < Length.ROUNDS; round++) {
                for (Peer peer : Peer.values()) {
                    Histogram micros = load.run(target(peer, SMALL, true), rate, Length.SECONDS);
                    percentiles.forEach(each -> all.computeIfAbsent(each, any -> new LinkedHashMap<>())
                            .computeIfAbsent(peer, any -> new Series()).add(micros.getValueAtPercentile(each) / 1e3));
                }
            }
        }
        for (double percentile : percentiles) {
            Map<Peer, Series> each = all.get(percentile);
            String measured = "p%s of the same at %,.0f requests/s".formatted(
                    percentile == 99.9 ? "99.9" : "" + (int) percentile,
                    rate);
            double ours = each.get(Peer.OURS).median();
            table.add(measured, "ms", ours, each.get(Peer.NGINX).median(), Peer.NGINX.title, percentile == 99 ? "≤ 3" : "");
            table.add(measured, "ms", ours, each.get(Peer.SPRING).median(), Peer.SPRING.title, "");
        }
    }

    @Override
    public void close() {
        spring.close();
        gateway.close();
        nginx.close();
        upstream.close();
    }
}
