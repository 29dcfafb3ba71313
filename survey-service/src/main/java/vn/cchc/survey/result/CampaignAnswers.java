package vn.cchc.survey.result;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.seal.AnswerForm;
import vn.cchc.survey.seal.AnswerForm.PlainAnswer;
import vn.cchc.survey.seal.CampaignKey;
import vn.cchc.survey.stratum.StratumCodes;

/** The tables with the answers of one campaign. */
class CampaignAnswers {

    private static final int ROWS_AT_A_TIME = 5_000;

    private static final TypeReference<Map<String, Integer>> SCORES = new TypeReference<>() {
    };

    // Also those that release 1.0.0 stored in plain.
    private static final String ALL = """
            select content, group_code, scores from (
              select content, null as group_code, null as scores from %s
              union all select null, group_code, scores::text from %s) as answers""";
    private static final String IN_RANDOM_ORDER = ALL + " order by gen_random_uuid()";

    private final Connection connection;
    private final UUID campaign;
    private final ObjectMapper json;
    private final Questionnaire questionnaire;
    private final AnswerForm form;
    private final List<String> questions;

    CampaignAnswers(Connection connection, UUID campaign, Questionnaire questionnaire, ObjectMapper json) throws SQLException {
        this.connection = connection;
        this.campaign = campaign;
        this.questionnaire = questionnaire;
        this.json = json;
        this.form = new AnswerForm(questionnaire, StratumCodes.read(connection, campaign, questionnaire));
        this.questions = questionnaire.questions().stream().map(Question::code).toList();
    }

    /** The number of spent invitations by their group, the empty one for those without. */
    Map<String, Long> spentByGroup() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select coalesce(group_code, ''), count(*) from %s where spent group by 1"""
                        .formatted(table("invitation")))) {
            Map<String, Long> spent = new HashMap<>();
            while (row.next()) {
                spent.put(row.getString(1), row.getLong(2));
            }
            return spent;
        }
    }

    /** The number of answers by the group that they name, the empty one for none. */
    Map<String, Long> namedGroups(Optional<CampaignKey> key) throws SQLException {
        Map<String, Long> named = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = statement.executeQuery(ALL.formatted(table("sealed_answer"), table("answer")))) {
                while (row.next()) {
                    String group = answer(row, key).group();
                    named.merge(group == null ? "" : group, 1L, Long::sum);
                }
            }
        }
        return named;
    }

    /**
     * Writes the answers in plain, in random order and with random ids, to a table that takes the place of the old one later.
     */
    AnswerTally rewrite(Optional<CampaignKey> key, AnonymousGroups groups, boolean withProducts) throws SQLException {
        AnswerTally tally = new AnswerTally(questionnaire, withProducts);
        String target = new CampaignTables(connection, campaign).beginRewrite();
        FreeTextRows texts = new FreeTextRows(target, questions);
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = statement.executeQuery(IN_RANDOM_ORDER.formatted(table("sealed_answer"), table("answer")))) {
                StringBuilder rows = new StringBuilder();
                int waiting = 0;
                while (row.next()) {
                    PlainAnswer answer = answer(row, key);
                    String group = groups.of(answer.group());
                    tally.add(group, answer.scores());
                    append(rows, group, answer.scores());
                    texts.add(answer.texts());
                    if (++waiting == ROWS_AT_A_TIME) {
                        write(copy, target, rows);
                        texts.write(copy);
                        waiting = 0;
                    }
                }
                write(copy, target, rows);
                texts.write(copy);
            }
        }
        return tally;
    }

    private PlainAnswer answer(ResultSet row, Optional<CampaignKey> key) throws SQLException {
        byte[] sealed = row.getBytes(1);
        return sealed == null ? form.of(row.getString(2), scores(row.getString(3)))
                : form.read(key.orElseThrow(() -> new IllegalStateException("the campaign has no key")).open(sealed));
    }

    private Map<String, Integer> scores(String text) {
        try {
            return json.readValue(text, SCORES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Codes of groups and questions contain nothing that would have to be escaped. */
    private void append(StringBuilder rows, String group, int[] scores) {
        rows.append(campaign).append('\t').append(UUID.randomUUID()).append('\t').append(group.isEmpty() ? "\\N" : group)
                .append("\t{");
        String separator = "";
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= 0) {
                rows.append(separator).append('"').append(questions.get(i)).append("\":").append(scores[i]);
                separator = ",";
            }
        }
        rows.append("}\n");
    }

    private static void write(CopyManager copy, String target, StringBuilder rows) throws SQLException {
        try {
            copy.copyIn("copy " + target + " (campaign, id, group_code, scores) from stdin", new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.setLength(0);
    }

    /** @param each gets the scores of an answer of these segments by the order of the questions, until it returns false */
    void forEach(CampaignKey key, Segments.Range segments, Predicate<int[]> each) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select content from %s where segment between ? and ?".formatted(table("sealed_answer")))) {
            select.setInt(1, segments.first());
            select.setInt(2, segments.last());
            select.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = select.executeQuery()) {
                boolean more = true;
                while (more && row.next()) {
                    more = each.test(form.read(key.open(row.getBytes(1))).scores());
                }
            }
        }
    }

    /** Replaces the interim counts. */
    void replace(AnswerTally tally) throws SQLException {
        delete("answer_count");
        delete("respondent_count");
        delete("number_sum");
        delete("topic_respondent_count");
        add(tally);
        addTopics(tally);
    }

    private void addTopics(AnswerTally tally) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into topic_respondent_count (campaign, group_code, topic, rating, fully_satisfied, never_satisfied,
                  answers_squared, satisfied_squared, answers_by_satisfied) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (TopicRespondentCount count : tally.topicCounts()) {
                batch(insert, count.groupCode(), count.topic(), count.rating(), count.fullySatisfied(), count.neverSatisfied(),
                        count.answersSquared(), count.satisfiedSquared(), count.answersBySatisfied());
            }
            insert.executeBatch();
        }
    }

    void add(AnswerTally tally) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into answer_count as c (campaign, group_code, question, value, answers) values (?, ?, ?, ?, ?)
                on conflict (campaign, group_code, question, value) do update set answers = c.answers + excluded.answers""")) {
            for (AnswerCount count : tally.answerCounts()) {
                batch(insert, count.groupCode(), count.question(), count.value(), count.answers());
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into number_sum as c (campaign, group_code, question, answers, total) values (?, ?, ?, ?, ?)
                on conflict (campaign, group_code, question) do update set answers = c.answers + excluded.answers,
                  total = c.total + excluded.total""")) {
            for (NumberSum sum : tally.numberSums()) {
                batch(insert, sum.groupCode(), sum.question(), sum.answers(), sum.total());
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into respondent_count as c (campaign, group_code, respondents, rating, fully_satisfied, never_satisfied,
                  answers_squared, satisfied_squared, answers_by_satisfied) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (campaign, group_code) do update set respondents = c.respondents + excluded.respondents,
                  rating = c.rating + excluded.rating, fully_satisfied = c.fully_satisfied + excluded.fully_satisfied,
                  never_satisfied = c.never_satisfied + excluded.never_satisfied,
                  answers_squared = c.answers_squared + excluded.answers_squared,
                  satisfied_squared = c.satisfied_squared + excluded.satisfied_squared,
                  answers_by_satisfied = c.answers_by_satisfied + excluded.answers_by_satisfied""")) {
            for (RespondentCount count : tally.respondentCounts()) {
                batch(insert, count.groupCode(), count.respondents(), count.rating(), count.fullySatisfied(),
                        count.neverSatisfied(), count.answersSquared(), count.satisfiedSquared(), count.answersBySatisfied());
            }
            insert.executeBatch();
        }
    }

    private void delete(String table) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where campaign = ?")) {
            delete.setObject(1, campaign);
            delete.executeUpdate();
        }
    }

    private void batch(PreparedStatement insert, Object... values) throws SQLException {
        insert.setObject(1, campaign);
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 2, values[i]);
        }
        insert.addBatch();
    }

    private String table(String parent) {
        return CampaignTables.name(parent, campaign);
    }
}
