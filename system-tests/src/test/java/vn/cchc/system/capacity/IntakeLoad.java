package vn.cchc.system.capacity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import vn.cchc.local.Tokens;
import vn.cchc.system.stack.ProductionService;
import vn.cchc.system.stack.RunningStack;

/**
 * Answers over HTTP to a survey-service, and its peer: pgbench, which inserts one such row per transaction into the same
 * PostgreSQL with as many clients. Both are on the disk before the reply.
 */
public final class IntakeLoad implements AutoCloseable {

    static final int CLIENTS = 32;
    static final String TOKEN_HASH = "encode(sha256(convert_to(lpad(n::text, 22, '0'), 'UTF8')), 'hex')";

    private static final int MAX_A_SECOND = 25_000;
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

    private final RunningStack stack;
    private final ProductionService service;
    private final Path load;
    private final Path insert;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong invited = new AtomicLong();

    public IntakeLoad(RunningStack stack, ProductionService service) throws IOException, SQLException {
        this.stack = stack;
        this.service = service;
        load = Files.writeString(Files.createTempFile("answers", ".lua"), LOAD);
        insert = Files.writeString(Files.createTempFile("answer", ".sql"),
                "insert into bench_answer (id, scores) values (gen_random_uuid(), '{" + SCORES + "}');\n");
        execute("create table if not exists bench_answer (id uuid primary key, scores jsonb not null)");
        assertThat(text("select current_setting('fsync') || current_setting('synchronous_commit')")).isEqualTo("onon");
    }

    /** @return how many rows were inserted in a second */
    public double pgbench(int seconds) throws Exception {
        URI server = URI.create(stack.address("postgres"));
        String output = run(Map.of("PGPASSWORD", "local"), "pgbench", "-n", "-h", server.getHost(), "-p", "" + server.getPort(),
                "-U", "postgres", "-c", "" + CLIENTS, "-j", "2", "-T", "" + seconds, "-f", insert.toString(),
                "survey");
        var tps = Pattern.compile("tps = ([\\d.]+)").matcher(output);
        assertThat(tps.find()).as(output).isTrue();
        return Double.parseDouble(tps.group(1));
    }

    /** @return how many were stored in a second; each of them is acknowledged */
    public double answer(String campaign, int seconds) throws Exception {
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

    Process load(String campaign, long first, int seconds) throws IOException {
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
    long invite(String campaign, int seconds) throws SQLException {
        long count = (long) Math.min(seconds, 60) * MAX_A_SECOND;
        long first = numbers(count);
        execute("""
                insert into invitation (campaign, token_hash)
                select '%s', %s from generate_series(%d, %d) n""".formatted(campaign, TOKEN_HASH, first, first + count - 1));
        execute("vacuum analyze invitation");
        return first;
    }

    public String openCampaign() throws Exception {
        String id = call("POST", "/campaigns", Map.of("questionnaire", "EDUCATION", "year", 2090, "title", "Khảo sát"), 201)
                .getString("id");
        call("POST", "/campaigns/" + id + "/opening", Map.of(), 200);
        return id;
    }

    JsonObject call(String method, String path, Map<String, ?> body, int expected) {
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

    long answers(String campaign) throws SQLException {
        return number("select answers from campaign_intake where campaign = '" + campaign + "'");
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(stack.address("postgres").replace("http:", "jdbc:postgresql:") + "/survey",
                "postgres", "local");
    }

    void execute(String statement) throws SQLException {
        try (Connection connection = database()) {
            connection.createStatement().execute(statement);
        }
    }

    long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private String text(String query) throws SQLException {
        try (Connection connection = database(); ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Numbers for tokens that nobody else has. @return the first of them */
    long numbers(long count) {
        return invited.getAndAdd(count);
    }

    @Override
    public void close() throws IOException {
        Files.delete(load);
        Files.delete(insert);
    }
}
