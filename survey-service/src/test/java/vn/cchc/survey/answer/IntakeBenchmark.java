package vn.cchc.survey.answer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.seal.CampaignKeys;

/**
 * Answers over HTTP against pgbench, which inserts one such row per transaction, on the same PostgreSQL with as many clients
 * and
 * by turns; then a campaign of a million answers. {@code -Dcchc.answers}, {@code -Dcchc.rounds} and {@code -Dcchc.seconds} set
 * the size.
 */
@QuarkusTest
class IntakeBenchmark {

    private static final int CLIENTS = 32;
    private static final int ANSWERS = Integer.getInteger("cchc.answers", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("cchc.rounds", 5);
    private static final int SECONDS_OF_A_TURN = Integer.getInteger("cchc.seconds", 10);
    private static final double MIN_RATIO = 0.75;
    private static final long MAX_P95_MILLIS = 100;
    private static final int READS = 200;
    private static final int BATCH = 500;

    private static final String SCORES = IntStream.rangeClosed(1, 5).boxed()
            .flatMap(topic -> Stream.of("-1", "-2", "-3")
                    .map(number -> "\"" + List.of("ACCESS", "FACILITIES", "ENVIRONMENT", "ACTIVITIES", "RESULTS").get(topic - 1)
                            + number + "\":4"))
            .reduce("\"OVERALL\":5,\"EXPECTATION\":90", (all, score) -> all + "," + score);

    @TestHTTPResource
    URI service;
    @Inject
    DataSource database;
    @Inject
    CampaignKeys keys;
    @Inject
    Campaigns campaigns;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private Queue<String> tokens;

    @Test
    void answersReachThreeQuartersOfPgbench() throws Exception {
        assumeTrue(isThere("pgbench"), "there is no pgbench (package postgresql-contrib or postgresql)");
        execute("postgres", "create table if not exists bench_answer (id uuid primary key, scores jsonb not null)");
        String id = openCampaign("EDUCATION", 2090);
        List<Double> http = new ArrayList<>();
        List<Double> pgbench = new ArrayList<>();
        for (int round = -1; round < ROUNDS; round++) {
            double inserted = pgbench();
            double answered = answers(id);
            say("round %d: answers over HTTP %,.0f a second, pgbench %,.0f", round, answered, inserted);
            // The first round warms both up.
            if (round >= 0) {
                http.add(answered);
                pgbench.add(inserted);
            }
        }
        double ratio = median(http) / median(pgbench);
        say("medians of %d rounds with %d clients: answers over HTTP %,.0f a second, pgbench %,.0f; ratio %.2f", ROUNDS,
                CLIENTS,
                median(http), median(pgbench), ratio);
        assertThat(ratio).isGreaterThanOrEqualTo(MIN_RATIO);
    }

    @Test
    void clientsThatVanishLeaveNothingStuck() throws Exception {
        String id = openCampaign("EDUCATION", 2091);
        List<String> vanishing = invite(id, CLIENTS);
        for (String token : vanishing) {
            try (AnswerClient client = new AnswerClient(service, id)) {
                client.sendAndVanish(body(token));
            }
        }

        try (AnswerClient client = new AnswerClient(service, id)) {
            for (String token : vanishing) {
                assertThat(client.send(body(token))).isEqualTo(200);
            }
        }
        assertThat(number("select answers from campaign_intake where campaign = '" + id + "'")).isEqualTo(CLIENTS);
        await().atMost(10, SECONDS).until(() -> number("""
                select count(*) from pg_stat_activity where usename = current_user and state like 'idle in transaction%'
                and pid <> pg_backend_pid()""") == 0);
    }

    @Test
    void aMillionAnswersAreReadAtOnceAndClosedInSeconds() throws Exception {
        String id = openCampaign("EDUCATION", 2092);
        fill(id);
        String other = openCampaign("EDUCATION", 2093);
        tokens = new ConcurrentLinkedQueue<>(invite(other, 10_000));
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<List<Long>> beside = ConcurrentTasks.supply(() -> submitUntil(done, other));
        for (String resource : List.of("progress", "result")) {
            long p95 = p95(IntStream.range(0, READS).mapToObj(read -> millis(
                    () -> as("surveyor").get("/campaigns/{id}/" + resource, id).then().statusCode(200))).toList());
            say("%s of a campaign of %,d answers while answers arrive: p95 %d ms", resource, ANSWERS, p95);
            assertThat(p95).isLessThan(MAX_P95_MILLIS);
        }
        long closing = millis(() -> transition(id, "closing").statusCode(200));
        done.set(true);
        List<Long> submissions = beside.join();
        say("closing %,d answers took %,d ms; %,d answers to another campaign meanwhile: p95 %d ms, longest %d ms", ANSWERS,
                closing, submissions.size(), p95(submissions), Collections.max(submissions));
        as("surveyor").get("/campaigns/{id}/progress", id).then().statusCode(200);
        assertThat(number("select sum(respondents) from respondent_count where campaign = '" + id + "'")).isEqualTo(ANSWERS);
    }

    /** As the intake does it, without HTTP. */
    private void fill(String id) throws SQLException {
        var campaign = UUID.fromString(id);
        Map<UUID, IntakeCampaign> known = new HashMap<>();
        known.put(campaign,
                QuarkusTransaction.requiringNew().call(() -> IntakeCampaign.of(campaigns.require(campaign))));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int given = 0; given < ANSWERS; given += BATCH) {
                List<PendingAnswer> batch = new ArrayList<>();
                try (var insert = connection.prepareStatement("insert into invitation (campaign, token_hash) values (?, ?)")) {
                    for (int i = 0; i < Math.min(BATCH, ANSWERS - given); i++) {
                        String token = InvitationToken.random(ThreadLocalRandom.current()).text();
                        insert.setObject(1, campaign);
                        insert.setString(2, new InvitationToken(token).hash());
                        insert.addBatch();
                        batch.add(PendingAnswer.of(campaign, new NewAnswer(token, Map.of("OVERALL", 1 + i % 5, "ACCESS-1", 4,
                                "EXPECTATION", i % 101), null)));
                    }
                    insert.executeBatch();
                }
                new IntakeBatch(connection, keys, LocalDate.now(), known).add(batch);
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private double answers(String id) throws Exception {
        tokens = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < Math.max(1, SECONDS_OF_A_TURN); i++) {
            tokens.addAll(invite(id, 10_000));
        }
        long before = number("select answers from campaign_intake where campaign = '" + id + "'");
        long begin = System.nanoTime();
        long end = begin + SECONDS.toNanos(SECONDS_OF_A_TURN);
        List<CompletableFuture<Integer>> clients = Stream.generate(() -> ConcurrentTasks.supply(() -> submitUntil(end, id)))
                .limit(CLIENTS).toList();
        int acknowledged = clients.stream().mapToInt(CompletableFuture::join).sum();
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(number("select answers from campaign_intake where campaign = '" + id + "'") - before)
                .isEqualTo(acknowledged);
        return acknowledged / seconds;
    }

    private int submitUntil(long end, String id) {
        try (AnswerClient client = new AnswerClient(service, id)) {
            int acknowledged = 0;
            for (String token = tokens.poll(); token != null && System.nanoTime() < end; token = tokens.poll()) {
                assertThat(client.send(body(token))).isEqualTo(200);
                acknowledged++;
            }
            return acknowledged;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> submitUntil(AtomicBoolean done, String id) {
        try (AnswerClient client = new AnswerClient(service, id)) {
            List<Long> taken = new ArrayList<>();
            for (String token = tokens.poll(); token != null && !done.get(); token = tokens.poll()) {
                String body = body(token);
                long begin = System.nanoTime();
                assertThat(client.send(body)).isEqualTo(200);
                taken.add((System.nanoTime() - begin) / 1_000_000);
            }
            return taken;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(String token) {
        return "{\"token\":\"" + token + "\",\"answers\":{" + SCORES + "}}";
    }

    private double pgbench() throws Exception {
        Path script = Files.writeString(Files.createTempFile("answer", ".sql"),
                "insert into bench_answer (id, scores) values (gen_random_uuid(), '{" + SCORES + "}');\n");
        URI server = URI.create(url.substring("jdbc:".length()));
        var builder = new ProcessBuilder("pgbench", "-n", "-h", server.getHost(), "-p", "" + server.getPort(), "-U", "postgres",
                "-c", "" + CLIENTS, "-j", "2", "-T", "" + SECONDS_OF_A_TURN, "-f", script.toString(),
                server.getPath().substring(1)).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        String output = new String(builder.start().getInputStream().readAllBytes());
        Files.delete(script);
        var tps = Pattern.compile("tps = ([\\d.]+)").matcher(output);
        assertThat(tps.find()).as(output).isTrue();
        return Double.parseDouble(tps.group(1));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void execute(String role, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, password)) {
            connection.createStatement().execute(statement);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection(); var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static long p95(List<Long> values) {
        return values.stream().sorted().skip(values.size() * 95L / 100).findFirst().orElseThrow();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void say(String text, Object... values) {
        System.out.println("benchmark: " + text.formatted(values));
    }
}
