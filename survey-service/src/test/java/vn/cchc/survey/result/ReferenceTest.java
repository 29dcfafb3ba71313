package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.stratum.Stratum;

/** Compares indices and intervals with those of R's package survey: the scripts beside the data tell how. */
class ReferenceTest {

    private static final List<String> QUESTIONS = List.of("Q1", "Q2", "Q3");

    /** A line of the reference. */
    private record Reference(String design, String method, BigDecimal estimate, BigDecimal lower, BigDecimal upper) {

        static Reference of(String[] line) {
            return new Reference(line[0], line[1], new BigDecimal(line[2]), new BigDecimal(line[4]), new BigDecimal(line[5]));
        }

        boolean stratified() {
            return design.equals("STRATIFIED");
        }

        List<String> questions() {
            return method.startsWith("ONE_QUESTION") ? List.of("Q1") : QUESTIONS;
        }

        Method surveyMethod() {
            String aggregation = method.replace("_WEIGHTED", "").replace("ONE_QUESTION", "POOLED");
            return new Method(Aggregation.valueOf(aggregation),
                    method.endsWith("_WEIGHTED") ? Weighting.POPULATION : Weighting.NONE);
        }
    }

    static Stream<Reference> references() {
        // The simple sample of one quotient has its own interval, which was published before.
        return lines("reference.csv").map(Reference::of)
                .filter(reference -> reference.stratified() || !reference.surveyMethod().isQuotient());
    }

    @ParameterizedTest
    @MethodSource("references")
    void indexAndIntervalAreThoseOfTheReference(Reference reference) {
        CampaignResult result = result(reference);

        assertThat(result.index().percent(10, RoundingMode.HALF_UP).movePointLeft(2))
                .isEqualByComparingTo(reference.estimate());
        assertThat(result.interval()).isEqualTo(new Interval(reference.lower(), reference.upper()));
    }

    static Stream<Arguments> parts() {
        // The same of parts.
        return lines("parts.csv").filter(line -> line[0].equals("STRATIFIED") || !line[1].equals("POOLED")).map(line -> {
            List<String> numbers = Arrays.asList(line).subList(3, line.length);
            return Arguments.of(Reference.of(Stream.concat(Stream.of(line[0], line[1]), numbers.stream())
                    .toArray(String[]::new)), line[2].split("_")[0], line[2].split("_")[1]);
        });
    }

    @ParameterizedTest
    @MethodSource("parts")
    void theIntervalsOfPartsAreThoseOfTheReference(Reference reference, String part, String code) {
        CampaignResult result = result(reference, QuestionnaireFixture.withTopic());

        Fraction index = switch (part) {
            case "TOPIC" -> result.estimateOfQuestions(Measure.SATISFIED, result.parts().questionsOf(code));
            case "QUESTION" -> result.estimateOfQuestions(Measure.SATISFIED, List.of(code));
            case "GROUP" -> result.estimate(Measure.SATISFIED, result.parts().inGroup(code));
            case "UNIT" -> result.estimate(Measure.SATISFIED, result.parts().inUnit(code));
            default -> result.estimate(Measure.SATISFIED, result.parts().inStratum(code));
        };
        Interval interval = switch (part) {
            case "TOPIC" -> result.intervals().ofTopic(code);
            case "QUESTION" -> result.intervals().ofQuestion(code);
            case "GROUP" -> result.intervals().ofGroup(code);
            case "UNIT" -> result.intervals().ofUnit(code);
            default -> result.intervals().ofStratum(code);
        };

        assertThat(index.percent(10, RoundingMode.HALF_UP).movePointLeft(2)).isEqualByComparingTo(reference.estimate());
        assertThat(interval).isEqualTo(new Interval(reference.lower(), reference.upper()));
    }

    private static CampaignResult result(Reference reference) {
        return result(reference, QuestionnaireFixture.levels(reference.questions()));
    }

    private static CampaignResult result(Reference reference, Questionnaire questionnaire) {
        Map<String, Stratum> strata = new java.util.LinkedHashMap<>();
        Respondents respondents = new Respondents();
        lines("respondents.csv").forEach(line -> {
            strata.put(line[0], new Stratum(line[0], line[0], line[0], line[2], line[3], null, Long.valueOf(line[1])));
            Map<String, Integer> levels = new HashMap<>();
            for (String question : reference.questions()) {
                String value = line.length > 4 + QUESTIONS.indexOf(question) ? line[4 + QUESTIONS.indexOf(question)] : "";
                if (!value.isEmpty()) {
                    levels.put(question, Integer.valueOf(value));
                }
            }
            respondents.with(1, line[0], levels);
        });
        return respondents.result(new SurveyDesign(questionnaire, List.copyOf(strata.values()), reference.stratified(),
                reference.surveyMethod(), 5));
    }

    private static Stream<String[]> lines(String file) {
        try (var resource = ReferenceTest.class.getResourceAsStream("/reference/" + file)) {
            return Arrays.stream(new String(resource.readAllBytes(), StandardCharsets.UTF_8).split("\n")).skip(1)
                    .map(line -> line.split(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
