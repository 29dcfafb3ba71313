package vn.cchc.survey.freetext;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.transition;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.survey.answer.TableReader;

/**
 * Nothing joins a text to an answer or to another text, for a superuser who reads every table of a closed campaign, by any
 * column and by the place and the transaction of a row. Each respondent gives a number, and writes it in two texts.
 */
@QuarkusTest
class FreeTextAnonymityTest {

    private static final int RESPONDENTS = 60;
    /** By chance one number is at the same place in both orders; twelve or more are in one of a billion trials. */
    private static final int MORE_THAN_CHANCE = 12;
    private static final List<String> ORDERS = List.of("id", "ctid", "xmin::text::bigint, id", "id desc", "ctid desc");
    private static final String NUMBER_OF_ANSWER = "select scores->>'NUMBER' from answer where campaign = '%s' order by %s";
    private static final String NUMBER_OF_TEXT = "select content from free_text where campaign = '%s' and question = '%s' order by %s";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void nobodyTellsBetterThanByChanceWhoWroteAText() throws SQLException {
        String id = closedCampaign();

        try (TableReader superuser = new TableReader(url, password)) {
            for (String order : ORDERS) {
                for (String other : ORDERS) {
                    List<String> first = superuser.texts(NUMBER_OF_TEXT.formatted(id, "FIRST", order));
                    assertThat(matches(superuser.texts(NUMBER_OF_ANSWER.formatted(id, other)), first))
                            .as("answers by %s and texts by %s", other, order).isLessThan(MORE_THAN_CHANCE);
                    assertThat(matches(superuser.texts(NUMBER_OF_TEXT.formatted(id, "SECOND", other)), first))
                            .as("texts by %s and by %s", other, order).isLessThan(MORE_THAN_CHANCE);
                }
            }
        }
    }

    private static String closedCampaign() {
        String id = draft(questionnaire(), 2048);
        transition(id, "opening").statusCode(200);
        List<String> tokens = invite(id, RESPONDENTS);
        for (int i = 0; i < RESPONDENTS; i++) {
            String number = String.valueOf(i);
            anonymous().body(Map.of("token", tokens.get(i), "answers", Map.of("OVERALL", 5, "NUMBER", i), "texts",
                    Map.of("FIRST", number, "SECOND", number))).post("/campaigns/{id}/answers", id).then().statusCode(200);
        }
        transition(id, "closing").statusCode(200);
        return id;
    }

    private static String questionnaire() {
        String code = "CHU" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        as("surveyor").body(Map.of("code", code, "title", "Ý kiến", "titleEn", "Opinions", "questions",
                Stream.of("OVERALL LEVEL", "NUMBER NUMBER", "FIRST TEXT", "SECOND TEXT").map(each -> each.split(" "))
                        .map(each -> Map.of("code", each[0], "scale", each[1], "text", each[0], "textEn", each[0])).toList()))
                .post("/questionnaires").then().statusCode(201);
        return code;
    }

    private static int matches(List<String> some, List<String> others) {
        assertThat(some).hasSize(RESPONDENTS).containsExactlyInAnyOrderElementsOf(others);
        int matches = 0;
        for (int i = 0; i < RESPONDENTS; i++) {
            matches += some.get(i).equals(others.get(i)) ? 1 : 0;
        }
        return matches;
    }
}
