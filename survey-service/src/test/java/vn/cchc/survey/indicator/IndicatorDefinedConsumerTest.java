package vn.cchc.survey.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.draft;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.survey.KafkaTopic;

@QuarkusTest
class IndicatorDefinedConsumerTest {

    @Test
    void aCampaignShowsTheLatestNameOfItsIndicator() {
        String id = draft("SIPAS", 2025);

        KafkaTopic.publish(defined("CT15", "Mức độ hài lòng", 3));
        KafkaTopic.publish(defined("CT15", "Tên cũ", 2));
        KafkaTopic.publish(defined("CT14", "Mức độ hài lòng về thủ tục", 1));

        awaitName(draft("PROCEDURES", 2025), "Mức độ hài lòng về thủ tục");
        assertThat(nameIn(id)).isEqualTo("Mức độ hài lòng");
    }

    @Test
    void anUnreadableEventGoesToTheDeadLettersAndTheNextIsApplied() {
        String id = draft("EDUCATION", 2025);
        String nonsense = UUID.randomUUID().toString();

        KafkaTopic.send(new ProducerRecord<>(IndicatorDefined.TOPIC, "CT16", nonsense.getBytes()));
        KafkaTopic.publish(defined("CT16", "Giáo dục công lập", 1));

        KafkaTopic.await("cchc.survey.indicators.dead-letters", message -> nonsense.equals(new String(message.value())));
        awaitName(id, "Giáo dục công lập");
    }

    @Test
    void aQuestionnaireMayMeasureASurveyIndicatorOfAnotherPlan() {
        Map<String, Object> questionnaire = Map.of("code", "OTHER-PLAN", "indicator", "KV03", "title", "Phiếu", "titleEn",
                "Form",
                "questions", List.of(Map.of("code", "OVERALL", "text", "Nhìn chung?", "textEn", "Overall?")));
        as("surveyor").body(questionnaire).post("/questionnaires").then().statusCode(422)
                .body("errors.code", contains("unknown-indicator"));

        KafkaTopic.publish(defined("KV03", "Mức độ hài lòng của kế hoạch khác", 1));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("surveyor").body(questionnaire).post("/questionnaires").statusCode() == 201);
    }

    private static void awaitName(String id, String name) {
        await().atMost(Duration.ofSeconds(30)).until(() -> name.equals(nameIn(id)));
    }

    private static String nameIn(String id) {
        return as("viewer").get("/campaigns/{id}", id).then().extract().path("indicatorName");
    }

    private static IndicatorDefined defined(String code, String name, long version) {
        return new IndicatorDefined(code, "KH-SGDDT-2022", 15, name, "Satisfaction", "SURVEY", null, "AT_LEAST", "trên", "dưới",
                null,
                LocalDate.of(2020, 12, 15), LocalDate.of(2030, 12, 14), List.of(), List.of(), version, List.of(), null);
    }
}
