package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;

@Schema(name = "SurveyResult", description = "What a closed campaign found (kết quả khảo sát). Percentages are rounded half-up to two decimals, from the counts beside them")
public record ResultView(@Schema(description = "The indicator that it measures", examples = "CT16") String indicator,
        @Schema(examples = "EDUCATION") String questionnaire, @Schema(examples = "1") int questionnaireVersion,
        @Schema(description = "How answers are put together: POOLED counts every answer at a level once", examples = "POOLED") String method,
        @Schema(description = "Version of the method", examples = "1") int methodVersion,
        @Schema(description = "People who answered", examples = "31") long respondents,
        @Schema(description = "Answers at levels 1 to 5, of all respondents to all questions", examples = "31") long answers,
        @Schema(description = "Those of them at level 4 or 5", examples = "26") long satisfied,
        @Schema(description = "satisfied ÷ answers, in percent (mức độ hài lòng); null without answers", examples = "83.87", nullable = true) BigDecimal satisfiedRate,
        @Schema(description = "Mean of the levels, 1 to 5; null without answers", examples = "4.03", nullable = true) BigDecimal meanScore,
        @Schema(description = "95 % Wilson interval of satisfiedRate; null without answers", nullable = true) IntervalView interval,
        @Schema(description = "Respondents whose every level is 4 or 5, of those who gave a level (chỉ số hài lòng toàn diện)") ShareView comprehensive,
        @Schema(description = "How far expectations were met (tỷ lệ đáp ứng so với mong đợi); null where the questionnaire does not ask", nullable = true) ExpectationView expectation,
        @Schema(description = "Respondents of those invited; null where nobody was invited", nullable = true) ShareView responseRate,
        @Schema(description = "By topic, in the questionnaire's order") List<PartView> topics,
        @Schema(description = "By question at levels, in the questionnaire's order") List<PartView> questions,
        @Schema(description = "By group of respondents, in the questionnaire's order; empty where it has none") List<PartView> groups) {

    @Schema(name = "SurveyShare", description = "So many of so many")
    public record ShareView(@Schema(examples = "26") long numerator, @Schema(examples = "31") long denominator,
            @Schema(description = "Null of nothing", examples = "83.87", nullable = true) BigDecimal percent) {

        static ShareView of(Proportion share) {
            return new ShareView(share.numerator(), share.denominator(), share.percent());
        }
    }

    @Schema(name = "ConfidenceInterval", description = "In percent")
    public record IntervalView(@Schema(examples = "67.37") BigDecimal lower, @Schema(examples = "92.91") BigDecimal upper) {

        static IntervalView of(Interval interval) {
            return interval == null ? null : new IntervalView(interval.lower(), interval.upper());
        }
    }

    @Schema(name = "ExpectationMet", description = "The mean of the percentages that respondents gave; not shown for fewer than 5 of them")
    public record ExpectationView(@Schema(description = "Whether too few answered for it to be shown") boolean suppressed,
            @Schema(description = "People who gave a percentage", examples = "30", nullable = true) Long answers,
            @Schema(examples = "87.50", nullable = true) BigDecimal percent) {

        static ExpectationView of(Expectation expectation) {
            if (expectation.isSuppressed()) {
                return new ExpectationView(true, null, null);
            }
            return new ExpectationView(false, expectation.answers(), expectation.percent());
        }
    }

    @Schema(name = "SurveyResultPart", description = "A part of the result; its figures are not shown for fewer than 5 people")
    public record PartView(@Schema(examples = "ACCESS") String code,
            @Schema(examples = "Tiếp cận dịch vụ") String name, @Schema(examples = "Access to the service") String nameEn,
            @Schema(description = "Whether too few answered for it to be shown") boolean suppressed,
            @Schema(description = "Answers at levels 1 to 5", examples = "93", nullable = true) Long answers,
            @Schema(description = "Those of them at level 4 or 5", examples = "80", nullable = true) Long satisfied,
            @Schema(description = "In percent", examples = "86.02", nullable = true) BigDecimal satisfiedRate,
            @Schema(description = "1 to 5", examples = "4.11", nullable = true) BigDecimal meanScore) {

        static PartView of(String code, String name, String nameEn, Satisfaction part) {
            if (part.isSuppressed()) {
                return new PartView(code, name, nameEn, true, null, null, null, null);
            }
            return new PartView(code, name, nameEn, false, part.answers(), part.satisfied(), part.rate().percent(),
                    part.meanScore());
        }
    }

    public static ResultView of(CampaignResult result) {
        Questionnaire questionnaire = result.questionnaire();
        Satisfaction whole = result.satisfaction();
        return new ResultView(questionnaire.indicator(), questionnaire.code(), questionnaire.version(), CampaignResult.METHOD,
                CampaignResult.METHOD_VERSION, result.respondents(), whole.answers(), whole.satisfied(), whole.rate().percent(),
                whole.meanScore(), IntervalView.of(Interval.wilson(whole.rate())), ShareView.of(result.comprehensive()),
                expectation(result), responseRate(result), topics(result), questions(result), groups(result));
    }

    private static ExpectationView expectation(CampaignResult result) {
        boolean asked = !result.questionnaire().questions(Scale.PERCENT).isEmpty();
        return asked ? ExpectationView.of(result.expectation()) : null;
    }

    private static ShareView responseRate(CampaignResult result) {
        return result.invited() == 0 ? null : ShareView.of(new Proportion(result.respondents(), result.invited()));
    }

    private static List<PartView> topics(CampaignResult result) {
        return result.questionnaire().topics().stream()
                .map(topic -> PartView.of(topic.code(), topic.name(), topic.nameEn(), result.ofTopic(topic.code()))).toList();
    }

    private static List<PartView> questions(CampaignResult result) {
        return result.questionnaire().questions(Scale.LEVEL).stream().map(question -> PartView.of(question.code(),
                question.text(), question.textEn(), result.ofQuestion(question.code()))).toList();
    }

    private static List<PartView> groups(CampaignResult result) {
        return result.questionnaire().groups().stream()
                .map(group -> PartView.of(group.code(), group.name(), group.nameEn(), result.ofGroup(group.code()))).toList();
    }
}
