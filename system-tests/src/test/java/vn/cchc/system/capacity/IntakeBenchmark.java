package vn.cchc.system.capacity;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import vn.cchc.local.Tokens;
import vn.cchc.system.stack.ProductionService;
import vn.cchc.system.stack.RunningStack;

/**
 * {@code ./mvnw verify -Pintake-benchmark}: answers over HTTP against pgbench, which inserts one such row per transaction, on
 * the same PostgreSQL with as many clients and by turns; both are on the disk (fsync) before the reply. Then a campaign of a
 * million answers. It needs Debian's packages wrk and postgresql (pgbench), and prints the numbers of docs/capacity.md.
 * {@code -Dcchc.rounds}, {@code -Dcchc.seconds} and {@code -Dcchc.answers} set the size; {@code -Dcchc.sent} how many of a
 * million answers are sent over HTTP, while the others are copies of them in the tables.
 */
class IntakeBenchmark {

    private static final int CLIENTS = 32;
    private static final int ROUNDS = Integer.getInteger("cchc.rounds", 5);
    private static final int SECONDS_OF_A_TURN = Integer.getInteger("cchc.seconds", 10);
    private static final int ANSWERS = Integer.getInteger("cchc.answers", 1_000_000);
    private static final int SENT = Integer.getInteger("cchc.sent", ANSWERS);
    /** Of four people who are invited to a campaign of copied answers one has answered. */
    private static final int INVITED_FOR_AN_ANSWER = 4;
    /** The service and PostgreSQL as they are after some minutes. */
    private static final int WARM_UP_SECONDS = Integer.getInteger("cchc.warm-up", 30);
    private static final int MAX_A_SECOND = 25_000;
    private static final double MIN_RATIO = 0.75;
    private static final long MAX_P95_MILLIS = 100;
    private static final long MAX_REPLY_MILLIS = 2_000;
    private static final long MAX_PAUSE_MILLIS = 2_000;
    private static final int READS = 200;

    private static final String TOKEN_HASH = "encode(sha256(convert_to(lpad(n::text, 22, '0'), 'UTF8')), 'hex')";
    private static final String SCORES = "\"OVERALL\":5,\"EXPECTATION\":90"
            + List.of("ACCESS", "FACILITIES", "ENVIRONMENT", "ACTIVITIES", "RESULTS").stream()
                    .flatMap(topic -> IntStream.rangeClosed(1, 3).mapToObj(number -> ",\"" + topic + '-' + number + "\":4"))
                    .reduce("", String::concat);

    /** Each thread has tokens of its own: they are the hashes of numbers, of which every second one is its. */
    private static final String LOAD = """
            local threads = 0
            function setup(thread) thread:set("offset", threads); threads = threads + 1 end
            function init(args) campaign = args[1]; number = tonumber(args[2]) + offset end
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            function request()
              local body = string.format('{"token":"%%022d","answers":{%s}}', number)
              number = number + 2
              return wrk.format(nil, "/api/v1/campaigns/" .. campaign .. "/answers", nil, body)
            end
            """.formatted(SCORES);

    private static RunningStack stack;
    private static ProductionService service;
    private static Path load;
    private static Path insert;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong invited = new AtomicLong();

    @BeforeAll
    static void start() throws IOException {
        // With a home of its own, so that PostgreSQL syncs.
        stack = RunningStack.infrastructure();
        System.setProperty("cchc.identity.url", stack.address("identity"));
        service = new ProductionService(stack);
        load = Files.writeString(Files.createTempFile("answers", ".lua"), LOAD);
        insert = Files.writeString(Files.createTempFile("answer", ".sql"),
                "insert into bench_answer (id, scores) values (gen_random_uuid(), '{" + SCORES + "}');\n");
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        stack.close();
        Files.delete(load);
        Files.delete(insert);
    }

    @Test
    void durableAnswersReachThreeQuartersOfPgbench() throws Exception {
        execute("create table if not exists bench_answer (id uuid primary key, scores jsonb not null)");
        assertThat(text("select current_setting('fsync') || current_setting('synchronous_commit')")).isEqualTo("onon");
        String campaign = openCampaign();
        answer(campaign, WARM_UP_SECONDS);
        List<Double> answered = new ArrayList<>();
        List<Double> inserted = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            inserted.add(pgbench());
            answered.add(answer(campaign, SECONDS_OF_A_TURN));
            say("round %d: answers over HTTP %,.0f a second, pgbench %,.0f", round, answered.get(round - 1),
                    inserted.get(round - 1));
        }
        double ratio = median(answered) / median(inserted);
        say("medians of %d rounds with %d clients: answers over HTTP %,.0f a second, pgbench %,.0f; ratio %.2f", ROUNDS,
                CLIENTS, median(answered), median(inserted), ratio);
        assertThat(ratio).isGreaterThanOrEqualTo(MIN_RATIO);
    }

    @Test
    void aMillionAnswersAreReadAtOnceAndClosedInSeconds() throws Exception {
        String campaign = openCampaign();
        while (answers(campaign) < SENT) {
            answer(campaign, SECONDS_OF_A_TURN);
        }
        copyAnswers(campaign, ANSWERS - answers(campaign));
        String quiet = openCampaign();
        answer(quiet, 1);
        copyAnswers(quiet, ANSWERS - answers(quiet));

        say("without other load: %s", closing(quiet));
        String other = openCampaign();
        Process beside = load(other, invite(other, 600), 600);
        for (String resource : List.of("progress", "result")) {
            long p95 = p95(IntStream.range(0, READS).mapToLong(read -> millis(
                    () -> call("GET", "/campaigns/" + campaign + '/' + resource, Map.of(), 200))).sorted().toArray());
            say("%s of a campaign of %,d answers while answers arrive: p95 %d ms", resource, answers(campaign), p95);
            assertThat(p95).isLessThan(MAX_P95_MILLIS);
        }
        try (var progress = new AnswerProgress(() -> answers(other))) {
            say("while %d clients answer another campaign: %s", CLIENTS, closing(campaign));
            say("meanwhile the other campaign received %,d answers, and had to wait %,d ms at most", progress.answers(),
                    progress.longestPauseMillis());
            assertThat(progress.answers()).isPositive();
            assertThat(progress.longestPauseMillis()).isLessThan(MAX_PAUSE_MILLIS);
        } finally {
            beside.destroy();
        }
    }

    private String closing(String campaign) throws SQLException {
        long expected = answers(campaign);
        long begun = System.nanoTime();
        long reply = millis(() -> call("POST", "/campaigns/" + campaign + "/closing", Map.of(), 200));
        await("the counting").atMost(10, MINUTES).pollInterval(Duration.ofMillis(200)).pollInSameThread()
                .until(() -> !call("GET", "/campaigns/" + campaign, Map.of(), 200).getBoolean("counting", false));
        long counted = (System.nanoTime() - begun) / 1_000_000;
        assertThat(number("select sum(respondents) from respondent_count where campaign = '" + campaign + "'"))
                .isEqualTo(expected);
        assertThat(reply).isLessThan(MAX_REPLY_MILLIS);
        return "closing %,d answers took %,d ms to the reply and %,d ms until they were counted".formatted(expected, reply,
                counted);
    }

    /** Stores more of the ciphertexts that a campaign has, and as many spent invitations; and those that nobody answered. */
    private void copyAnswers(String campaign, long count) throws SQLException {
        if (count <= 0) {
            return;
        }
        long first = invited.getAndAdd(count * INVITED_FOR_AN_ANSWER);
        execute("""
                insert into invitation (campaign, token_hash, spent)
                select '%s', %s, n %% %d = 0 from generate_series(%d, %d) n"""
                .formatted(campaign, TOKEN_HASH, INVITED_FOR_AN_ANSWER, first, first + count * INVITED_FOR_AN_ANSWER - 1));
        execute("""
                with few as (select content from sealed_answer where campaign = '%1$s' limit 1000)
                insert into sealed_answer (campaign, segment, content)
                select '%1$s', 1, content from few, generate_series(0, %2$d / (select count(*) from few)) limit %2$d"""
                .formatted(campaign, count));
        execute("""
                update campaign_intake set answers = answers + %2$d, segment_began = segment_began + %2$d,
                  invitations = invitations + %2$d * %3$d where campaign = '%1$s'"""
                .formatted(campaign, count, INVITED_FOR_AN_ANSWER));
        execute("vacuum analyze invitation");
    }

    private double pgbench() throws Exception {
        URI server = URI.create(stack.address("postgres"));
        String output = run(Map.of("PGPASSWORD", "local"), "pgbench", "-n", "-h", server.getHost(), "-p", "" + server.getPort(),
                "-U", "postgres", "-c", "" + CLIENTS, "-j", "2", "-T", "" + SECONDS_OF_A_TURN, "-f", insert.toString(),
                "survey");
        var tps = Pattern.compile("tps = ([\\d.]+)").matcher(output);
        assertThat(tps.find()).as(output).isTrue();
        return Double.parseDouble(tps.group(1));
    }

    /** @return how many were stored in a second; each of them is acknowledged */
    private double answer(String campaign, int seconds) throws Exception {
        long first = invite(campaign, seconds);
        long before = answers(campaign);
        long begun = System.nanoTime();
        Process wrk = load(campaign, first, seconds);
        String output = new String(wrk.getInputStream().readAllBytes());
        double took = (System.nanoTime() - begun) / 1e9;
        long stored = answers(campaign) - before;
        var requests = Pattern.compile("(\\d+) requests in").matcher(output);
        assertThat(requests.find()).as(output).isTrue();
        assertThat(output).doesNotContain("Non-2xx");
        // Those of the end are stored, and their replies are not read any more.
        assertThat(stored - Long.parseLong(requests.group(1))).as(output).isBetween(0L, (long) CLIENTS);
        return stored / took;
    }

    private Process load(String campaign, long first, int seconds) throws IOException {
        return new ProcessBuilder("wrk", "-t2", "-c" + CLIENTS, "-d" + seconds + "s", "--timeout", "30s", "-s", load.toString(),
                service.address(), "--", campaign, "" + first).redirectErrorStream(true).start();
    }

    private static String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(10, SECONDS)).isTrue();
        return output;
    }

    /** Enough for the seconds; with tokens that the load computes. @return the number of the first */
    private long invite(String campaign, int seconds) throws SQLException {
        long count = (long) Math.min(seconds, 60) * MAX_A_SECOND;
        long first = invited.getAndAdd(count);
        execute("""
                insert into invitation (campaign, token_hash)
                select '%s', %s from generate_series(%d, %d) n""".formatted(campaign, TOKEN_HASH, first, first + count - 1));
        execute("vacuum analyze invitation");
        return first;
    }

    private String openCampaign() throws Exception {
        String id = call("POST", "/campaigns", Map.of("questionnaire", "EDUCATION", "year", 2090, "title", "Khảo sát"), 201)
                .getString("id");
        call("POST", "/campaigns/" + id + "/opening", Map.of(), 200);
        return id;
    }

    private JsonObject call(String method, String path, Map<String, ?> body, int expected) {
        var request = HttpRequest.newBuilder(URI.create(service.address() + "/api/v1" + path))
                .header("Authorization", "Bearer " + Tokens.of("surveyor")).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.encode(body)));
        if (method.equals("POST") && body.isEmpty()) {
            request.header("If-Match", "*");
        }
        try {
            HttpResponse<String> reply = http.send(request.build(), BodyHandlers.ofString());
            assertThat(reply.statusCode()).as("%s %s: %s", method, path, reply.body()).isEqualTo(expected);
            return new JsonObject(reply.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long answers(String campaign) throws SQLException {
        return number("select answers from campaign_intake where campaign = '" + campaign + "'");
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(stack.address("postgres").replace("http:", "jdbc:postgresql:") + "/survey",
                "postgres", "local");
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = database()) {
            connection.createStatement().execute(statement);
        }
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = database(); ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static long millis(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static long p95(long[] sorted) {
        return sorted[sorted.length * 95 / 100];
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void say(String text, Object... values) {
        System.out.println("benchmark: " + text.formatted(values));
    }
}
