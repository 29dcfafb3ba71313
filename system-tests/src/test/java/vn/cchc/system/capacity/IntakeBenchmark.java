package vn.cchc.system.capacity;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    private static final int ROUNDS = Integer.getInteger("cchc.rounds", 5);
    private static final int SECONDS_OF_A_TURN = Integer.getInteger("cchc.seconds", 10);
    private static final int ANSWERS = Integer.getInteger("cchc.answers", 1_000_000);
    private static final int SENT = Integer.getInteger("cchc.sent", ANSWERS);
    /** Of four people who are invited to a campaign of copied answers one has answered. */
    private static final int INVITED_FOR_AN_ANSWER = 4;
    /** The service and PostgreSQL as they are after some minutes. */
    private static final int WARM_UP_SECONDS = Integer.getInteger("cchc.warm-up", 30);
    private static final double MIN_RATIO = 0.75;
    private static final long MAX_P95_MILLIS = 100;
    private static final long MAX_REPLY_MILLIS = 2_000;
    private static final long MAX_PAUSE_MILLIS = 2_000;
    private static final int READS = 200;

    private static RunningStack stack;
    private static ProductionService service;
    private static IntakeLoad intake;

    @BeforeAll
    static void start() throws IOException, SQLException {
        // With a home of its own, so that PostgreSQL syncs.
        stack = RunningStack.infrastructure();
        System.setProperty("cchc.identity.url", stack.address("identity"));
        service = new ProductionService(stack);
        intake = new IntakeLoad(stack, service);
    }

    @AfterAll
    static void stop() throws IOException {
        intake.close();
        service.close();
        stack.close();
    }

    @Test
    void durableAnswersReachThreeQuartersOfPgbench() throws Exception {
        String campaign = intake.openCampaign();
        intake.answer(campaign, WARM_UP_SECONDS);
        List<Double> answered = new ArrayList<>();
        List<Double> inserted = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            inserted.add(intake.pgbench(SECONDS_OF_A_TURN));
            answered.add(intake.answer(campaign, SECONDS_OF_A_TURN));
            say("round %d: answers over HTTP %,.0f a second, pgbench %,.0f", round, answered.get(round - 1),
                    inserted.get(round - 1));
        }
        double ratio = median(answered) / median(inserted);
        say("medians of %d rounds with %d clients: answers over HTTP %,.0f a second, pgbench %,.0f; ratio %.2f", ROUNDS,
                IntakeLoad.CLIENTS, median(answered), median(inserted), ratio);
        assertThat(ratio).isGreaterThanOrEqualTo(MIN_RATIO);
    }

    @Test
    void aMillionAnswersAreReadAtOnceAndClosedInSeconds() throws Exception {
        String campaign = intake.openCampaign();
        while (intake.answers(campaign) < SENT) {
            intake.answer(campaign, SECONDS_OF_A_TURN);
        }
        copyAnswers(campaign, ANSWERS - intake.answers(campaign));
        String quiet = intake.openCampaign();
        intake.answer(quiet, 1);
        copyAnswers(quiet, ANSWERS - intake.answers(quiet));

        say("without other load: %s", closing(quiet));
        String other = intake.openCampaign();
        Process beside = intake.load(other, intake.invite(other, 600), 600);
        for (String resource : List.of("progress", "result")) {
            long p95 = p95(IntStream.range(0, READS).mapToLong(read -> millis(
                    () -> intake.call("GET", "/campaigns/" + campaign + '/' + resource, Map.of(), 200))).sorted().toArray());
            say("%s of a campaign of %,d answers while answers arrive: p95 %d ms", resource, intake.answers(campaign), p95);
            assertThat(p95).isLessThan(MAX_P95_MILLIS);
        }
        try (var progress = new AnswerProgress(() -> intake.answers(other))) {
            say("while %d clients answer another campaign: %s", IntakeLoad.CLIENTS, closing(campaign));
            say("meanwhile the other campaign received %,d answers, and had to wait %,d ms at most", progress.answers(),
                    progress.longestPauseMillis());
            assertThat(progress.answers()).isPositive();
            assertThat(progress.longestPauseMillis()).isLessThan(MAX_PAUSE_MILLIS);
        } finally {
            beside.destroy();
        }
    }

    private String closing(String campaign) throws SQLException {
        long expected = intake.answers(campaign);
        long begun = System.nanoTime();
        long reply = millis(() -> intake.call("POST", "/campaigns/" + campaign + "/closing", Map.of(), 200));
        await("the counting").atMost(10, MINUTES).pollInterval(Duration.ofMillis(200)).pollInSameThread()
                .until(() -> !intake.call("GET", "/campaigns/" + campaign, Map.of(), 200).getBoolean("counting", false));
        long counted = (System.nanoTime() - begun) / 1_000_000;
        assertThat(intake.number("select sum(respondents) from respondent_count where campaign = '" + campaign + "'"))
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
        long first = intake.numbers(count * INVITED_FOR_AN_ANSWER);
        intake.execute("""
                insert into invitation (campaign, token_hash, spent)
                select '%s', %s, n %% %d = 0 from generate_series(%d, %d) n"""
                .formatted(campaign, IntakeLoad.TOKEN_HASH, INVITED_FOR_AN_ANSWER, first,
                        first + count * INVITED_FOR_AN_ANSWER - 1));
        intake.execute("""
                with few as (select content from sealed_answer where campaign = '%1$s' limit 1000)
                insert into sealed_answer (campaign, segment, content)
                select '%1$s', 1, content from few, generate_series(0, %2$d / (select count(*) from few)) limit %2$d"""
                .formatted(campaign, count));
        intake.execute("""
                update campaign_intake set answers = answers + %2$d, segment_began = segment_began + %2$d,
                  invitations = invitations + %2$d * %3$d where campaign = '%1$s'"""
                .formatted(campaign, count, INVITED_FOR_AN_ANSWER));
        intake.execute("vacuum analyze invitation");
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
