package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.questionnaire.QuestionnaireFixture;

class FrozenResultTest {

    private static final UUID CAMPAIGN = UUID.fromString("0199e2a4-5c00-7000-8000-000000000001");

    @Test
    void theCanonicalFormIsFrozen() {
        ResultView view = ResultView.of(new Respondents().with(26, "", Map.of("OVERALL", 5)).with(5, "", Map.of("OVERALL", 2))
                .result(QuestionnaireFixture.service()));

        FrozenResult frozen = FrozenResult.of(CAMPAIGN, 2024, 1, view);

        assertThat(frozen.content()).isEqualTo(
                """
                        {"aggregation":"POOLED","answers":31,"campaign":"0199e2a4-5c00-7000-8000-000000000001","coveredPopulation":null,\
                        "expectation":null,"fullySatisfied":{"denominator":31,"numerator":26,"percent":"83.87"},"groups":[],\
                        "indicator":"CT15","interval":{"lower":"67.37","upper":"92.91"},"intervalMethod":"WILSON_CLUSTERED_V1",\
                        "meanScore":"4.52","method":"POOLED","methodVersion":1,"numbers":[],"questionnaire":"SIPAS",\
                        "questionnaireVersion":1,"questions":[{"answers":31,"code":"OVERALL","expectation":null,"fullySatisfied":null,\
                        "interval":{"lower":"67.37","upper":"92.91"},"meanScore":"4.52","name":"Câu OVERALL","nameEn":"Question OVERALL","respondents":null,\
                        "response":null,"satisfied":26,"satisfiedRate":"83.87","suppressed":false}],"respondents":31,\
                        "responseRate":{"denominator":31,"numerator":31,"percent":"100.00"},"resultVersion":1,"satisfied":26,\
                        "satisfiedRate":"83.87","strata":[],"suppressed":false,"topics":[],"units":[],"weighting":"NONE","year":2024,\
                        "yesNo":[]}""");
    }

    @Test
    void theHashIsThatOfTheContentAndTheViewIsTheFrozenOne() throws Exception {
        var design = RandomSurvey.design(QuestionnaireFixture.education(),
                new Method(Aggregation.MEAN_OF_ITEMS, Weighting.POPULATION),
                "A G1 U1", "B G2 U2", "C G2 U2");
        ResultView view = ResultView.of(new Respondents().with(10, "A", Map.of("OVERALL", 5, "EXPECTATION", 80))
                .with(20, "B", Map.of("OVERALL", 2, "ACCESS-1", 4)).with(3, "C", Map.of("OVERALL", 2)).result(design));

        FrozenResult frozen = FrozenResult.of(CAMPAIGN, 2024, 1, view);

        assertThat(frozen.hash()).isEqualTo(HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(frozen.content().getBytes(StandardCharsets.UTF_8))));
        assertThat(frozen.view()).isEqualTo(view.withHash(frozen.hash()));
        assertThat(frozen.content()).contains("\"leftOut\":0");
    }
}
