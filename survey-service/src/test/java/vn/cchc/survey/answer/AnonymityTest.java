package vn.cchc.survey.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import vn.cchc.survey.KafkaTopic;
import vn.cchc.survey.answer.TableReader.Row;
import vn.cchc.survey.invitation.InvitationToken;

/**
 * What the service reveals to a superuser, who reads all tables while the campaign is open and again after it was closed, and
 * tries to tell which answer is whose; and who reads statistics, topics, logs and metrics.
 */
@QuarkusTest
class AnonymityTest {

    private static final int MIN_RESPONDENTS = 5;
    private static final List<String> QUESTIONS = List.of("OVERALL", "ACCESS-1", "ACCESS-2", "RESULTS-1");
    private static final Map<String, Integer> INVITED = new TreeMap<>(
            Map.of("PRIMARY-PARENTS", 30, "UPPER-SECONDARY-PUPILS", 29, "KINDERGARTEN-PARENTS", 1));
    private static final int RESPONDENTS = 60;
    private static final String TRANSACTIONS_IN_ANY_PAGE = """
            select distinct transaction::text
            from pg_class relation
            cross join lateral generate_series(0, pg_relation_size(relation.oid) / 8192 - 1) as block
            cross join lateral heap_page_items(get_raw_page(relation.oid::regclass::text, block)) as item
            cross join lateral (values (item.t_xmin), (item.t_xmax)) as header (transaction)
            where relation.relkind in ('r', 't') and relation.relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace)
            and transaction is not null""";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private TableReader reader;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Map<String, Integer>> answersByToken = new HashMap<>();

    @BeforeEach
    void connect() throws SQLException {
        reader = new TableReader(url, password);
    }

    @AfterEach
    void disconnect() throws SQLException {
        reader.close();
    }

    @Test
    void whileTheCampaignIsOpenNoPageHoldsAnAnswer() throws SQLException {
        List<String> before = reader.tablesWith("ACCESS-1");
        String id = answeredCampaign();

        assertThat(reader.tablesWith("ACCESS-1")).isSubsetOf(before);
        assertThat(records(reader.rows(), id)).isEmpty();
        assertThat(reader.texts("select length(content)::text from sealed_answer where campaign = '" + id + "'"))
                .hasSize(RESPONDENTS).containsOnly(
                        reader.texts("select length(content)::text from sealed_answer where campaign = '" + id + "'").get(0));
    }

    @Test
    void nobodyTellsBetterThanByChanceWhichAnswerIsWhose() throws SQLException {
        String id = answeredCampaign();
        List<Row> open = reader.rows();
        transition(id, "closing").statusCode(200);
        List<Row> closed = reader.rows();

        assertThat(records(closed, id)).hasSize(RESPONDENTS);
        Map<String, Guesses> attacks = new TreeMap<>();
        attacks.putAll(attacks("open", tokens(open), records(open, id)));
        attacks.putAll(attacks("first open, then closed", tokens(open), records(closed, id)));
        attacks.putAll(attacks("closed", tokens(closed), records(closed, id)));
        assertThat(attacks).hasSizeGreaterThan(40);
        attacks.forEach((attack, guesses) -> assertThat(guesses.right()).as(attack).isLessThanOrEqualTo(guesses.chance()));
    }

    private Map<String, Guesses> attacks(String name, Map<String, Row> tokens, List<Row> records) {
        Map<String, Guesses> attacks = new TreeMap<>();
        for (String attribute : attributes(tokens.values())) {
            for (String other : attributes(records)) {
                attacks.put("%s: order of %s and %s".formatted(name, attribute, other),
                        byOrder(tokens, attribute, records, other));
                attacks.put("%s: equal %s and %s".formatted(name, attribute, other),
                        byEquality(tokens, attribute, records, other));
            }
        }
        return attacks;
    }

    /** The others have tokens without a group, and name one. */
    @Test
    void theOnlyTokenOfAGroupDoesNotHaveTheOnlyAnswerWithoutAGroup() throws SQLException {
        String id = openCampaign("EDUCATION", 2045);
        answer(id, invite(id, "PRIMARY-PARENTS", 1).get(0), Map.of("OVERALL", 1)).statusCode(200);
        for (String token : invite(id, 6)) {
            anonymous().body(Map.of("token", token, "group", "KINDERGARTEN-PARENTS", "answers", Map.of("OVERALL", 5)))
                    .post("/campaigns/{id}/answers", id).then().statusCode(200);
        }

        transition(id, "closing").statusCode(200);

        assertThat(reader.texts("select count(*)::text from answer where group_code is null and campaign = '" + id + "'"))
                .containsExactly("7");
    }

    @Test
    void aGroupThatFewRespondentsChoseIsNotInTheirAnswers() throws SQLException {
        String id = openCampaign("EDUCATION", 2045);
        List<String> unbound = invite(id, 14);
        for (int i = 0; i < unbound.size(); i++) {
            String group = i < 4 ? "KINDERGARTEN-PARENTS" : "PRIMARY-PARENTS";
            anonymous().body(Map.of("token", unbound.get(i), "group", group, "answers", Map.of("OVERALL", 5)))
                    .post("/campaigns/{id}/answers", id).then().statusCode(200);
        }

        transition(id, "closing").statusCode(200);

        assertThat(reader.texts("select distinct coalesce(group_code, '') from answer where campaign = '" + id + "'"))
                .containsExactly("");
        assertThat(reader.texts("select distinct group_code from answer_count where campaign = '" + id + "'"))
                .containsExactly("");
    }

    @Test
    void neitherTopicsNorTheLogNorMetricsNorStatisticsTellOfATokenOrOfAnAnswer() throws SQLException {
        LogRecords log = LogRecords.begin();
        List<String> sequences = reader.texts("select pg_sequences::text from pg_sequences");
        String id = answeredCampaign();
        List<String> statisticsWhileOpen = reader.statistics();
        assertThat(reader.texts("select pg_sequences::text from pg_sequences")).isEqualTo(sequences);
        transition(id, "closing").statusCode(200);
        transition(id, "publication").statusCode(200);
        List<String> statistics = reader.statistics();
        KafkaTopic.await("cchc.survey-results", event -> new String(event.value(), UTF_8).contains(id));

        String tables = id.replace("-", "");
        assertThat(statisticsWhileOpen).anyMatch(row -> row.contains("sealed_answer_" + tables))
                .noneMatch(row -> row.contains(tables) && row.contains("OVERALL"));
        // A table's statistics name its values, but those of one row are not together with those of another table.
        assertThat(statistics).anyMatch(row -> row.contains(tables) && row.contains("OVERALL"))
                .noneMatch(row -> row.contains("OVERALL") && isOfAToken(row));
        assertThat(reader.texts("select stxname from pg_statistic_ext")).isEmpty();
        assertThat(KafkaTopic.everything()).hasSizeGreaterThan(1).noneMatch(this::isOfAToken);
        Logger.getLogger(AnonymityTest.class).info("The log is read");
        assertThat(log.end()).anyMatch(line -> line.contains("The log is read")).noneMatch(this::isOfAToken)
                .noneMatch(line -> line.contains("ACCESS-2"));
        assertThat(RestAssured.get("/q/metrics").asString()).contains("http_server_requests").doesNotContain("ACCESS-2")
                .matches(metrics -> !isOfAToken(metrics));
        assertThat(reader.rows().stream().filter(row -> !row.table().startsWith("invitation"))
                .map(row -> row.attributes().toString())).noneMatch(this::isOfAToken);
    }

    private boolean isOfAToken(String text) {
        return Stream.concat(answersByToken.keySet().stream(), tokens.stream()).anyMatch(text::contains);
    }

    @Test
    void noGroupOfAnswersIsThatOfFewTokens() throws SQLException {
        String id = answeredCampaign();
        transition(id, "closing").statusCode(200);

        Map<String, Long> byGroup = records(reader.rows(), id).stream()
                .collect(Collectors.groupingBy(record -> record.attributes().get("group_code"), Collectors.counting()));

        assertThat(byGroup).doesNotContainKey("KINDERGARTEN-PARENTS").hasSize(2);
        assertThat(byGroup.values()).allMatch(count -> count >= MIN_RESPONDENTS);
    }

    @Test
    void afterTheClosingNoPageHoldsTheTransactionInWhichATokenWasSpent() throws SQLException {
        String id = answeredCampaign();
        List<String> intake = reader.texts("select xmin::text from sealed_answer where campaign = '" + id + "'");
        assertThat(intake).hasSize(RESPONDENTS).containsExactlyInAnyOrderElementsOf(
                reader.texts("select xmin::text from invitation where spent and campaign = '" + id + "'"));
        assertThat(reader.texts(TRANSACTIONS_IN_ANY_PAGE)).containsAll(intake);

        transition(id, "closing").statusCode(200);

        assertThat(reader.texts(TRANSACTIONS_IN_ANY_PAGE)).isNotEmpty().doesNotContainAnyElementsOf(intake);
    }

    @Test
    void afterTheClosingAllInvitationsAndAnswersHaveOneCommitTimeAndThereIsNoKey() throws SQLException {
        String id = answeredCampaign();
        assertThat(reader.texts("show track_commit_timestamp")).containsExactly("on");
        String wrapped = reader.texts("select wrapped_key::text from campaign_intake where campaign = '" + id + "'").get(0);
        assertThat(reader.tablesWith(wrapped)).isNotEmpty();

        transition(id, "closing").statusCode(200);

        assertThat(reader.texts("""
                select pg_xact_commit_timestamp(xmin)::text from invitation where campaign = '%1$s'
                union select pg_xact_commit_timestamp(xmin)::text from answer where campaign = '%1$s'""".formatted(id)))
                .hasSize(1);
        assertThat(reader.texts("select count(*)::text from answer where campaign = '" + id + "'"))
                .containsExactly("" + RESPONDENTS);
        assertThat(reader.tablesWith(wrapped)).isEmpty();
        assertThat(reader.texts("select relname from pg_class where relname = 'sealed_answer_" + id.replace("-", "") + "'"))
                .isEmpty();
    }

    /** Each respondent gives other answers, one after another: each is alone in its transaction. */
    private String answeredCampaign() {
        String id = openCampaign("EDUCATION", 2048);
        INVITED.forEach((group, count) -> tokens.addAll(as("surveyor").body(Map.of("count", count, "group", group))
                .post("/campaigns/{id}/invitations", id).then().statusCode(201).extract().<List<String>> path("tokens")));
        Collections.shuffle(tokens, new Random());
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, RESPONDENTS).boxed().toList());
        Collections.shuffle(numbers, new Random());
        for (int i = 0; i < RESPONDENTS; i++) {
            Map<String, Integer> scores = scores(numbers.get(i));
            if (i == RESPONDENTS / 2) {
                awaitNextSecond();
            }
            answersByToken.put(new InvitationToken(tokens.get(i)).hash(), scores);
            answer(id, tokens.get(i), scores).statusCode(200);
        }
        return id;
    }

    /** So that not all answers come in one second. */
    private static void awaitNextSecond() {
        long second = System.currentTimeMillis() / 1000;
        await().pollInterval(10, MILLISECONDS).until(() -> System.currentTimeMillis() / 1000 > second);
    }

    private static Map<String, Integer> scores(int number) {
        Map<String, Integer> scores = new TreeMap<>();
        for (int i = 0; i < QUESTIONS.size(); i++) {
            scores.put(QUESTIONS.get(i), 1 + number / (int) Math.pow(3, i) % 3);
        }
        return scores;
    }

    private static List<Row> records(List<Row> rows, String campaign) {
        String suffix = campaign.replace("-", "");
        return rows.stream().filter(row -> row.table().endsWith(suffix) && !scores(row).isEmpty()).toList();
    }

    private static Map<String, Integer> scores(Row row) {
        return row.attributes().values().stream().map(TableReader::answer).filter(scores -> !scores.isEmpty()).findFirst()
                .orElse(Map.of());
    }

    private Map<String, Row> tokens(List<Row> rows) {
        return rows.stream().filter(row -> answersByToken.containsKey(row.attributes().get("token_hash")))
                .collect(toMap(row -> row.attributes().get("token_hash"), Function.identity()));
    }

    private static TreeSet<String> attributes(Iterable<Row> rows) {
        TreeSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.addAll(row.attributes().keySet()));
        names.remove("scores");
        // An answer may tell its group; another test is about its size.
        names.remove("group_code");
        return names;
    }

    /** The token and the answers at the same place in two orders; answers of equal value share their places. */
    private Guesses byOrder(Map<String, Row> tokens, String attribute, List<Row> records, String other) {
        Guesses guesses = new Guesses();
        List<String> hashes = tokens.keySet().stream()
                .sorted((a, b) -> compare(tokens.get(a), tokens.get(b), attribute)).toList();
        List<Row> sorted = records.stream().sorted((a, b) -> compare(a, b, other)).toList();
        for (int i = 0; i < Math.min(hashes.size(), sorted.size()); i++) {
            Row atSamePlace = sorted.get(i);
            guesses.add(hashes.get(i), sorted.stream().filter(row -> compare(row, atSamePlace, other) == 0).toList());
        }
        return guesses;
    }

    private Guesses byEquality(Map<String, Row> tokens, String attribute, List<Row> records, String other) {
        Guesses guesses = new Guesses();
        tokens.forEach((hash, token) -> guesses.add(hash, records.stream()
                .filter(record -> value(token, attribute).equals(value(record, other))).toList()));
        return guesses;
    }

    private static int compare(Row a, Row b, String attribute) {
        return value(a, attribute).compareTo(value(b, attribute));
    }

    private static String value(Row row, String attribute) {
        return String.valueOf(row.attributes().get(attribute));
    }

    /** Of each token, some answers of which one should be its own. */
    private final class Guesses {

        private int right;
        private double expected;
        private double variance;

        private void add(String token, List<Row> answers) {
            right += answers.stream().anyMatch(record -> scores(record).equals(answersByToken.get(token))) ? 1 : 0;
            double chance = (double) answers.size() / RESPONDENTS;
            expected += chance;
            variance += chance * (1 - chance);
        }

        private int right() {
            return right;
        }

        /** More right guesses have a probability below 1 in a million. */
        private int chance() {
            return (int) (expected + 5 * Math.sqrt(variance) + 4);
        }
    }
}
