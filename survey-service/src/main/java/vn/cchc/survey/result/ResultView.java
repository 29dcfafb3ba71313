package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.values.IndicatorCode;

@Schema(name = "SurveyResult", description = "Result of a closed campaign (kết quả khảo sát). Percentages are rounded half-up to two decimals, from the counts beside them. Figures of too few respondents are suppressed, and so are further figures from which these could be computed")
public record ResultView(
        @Schema(description = "Code of the indicator (chỉ số); null for internal use", examples = "CT16", nullable = true) IndicatorCode indicator,
        @Schema(examples = "EDUCATION") String questionnaire, @Schema(examples = "1") int questionnaireVersion,
        @Schema(description = "Aggregation of the answers: POOLED counts every answer at a level once", examples = "POOLED") String method,
        @Schema(description = "Version of the method", examples = "1") int methodVersion,
        @Schema(description = "Method and version of the interval: the Wilson score interval over the effective sample size, with the respondent as the cluster (Korn and Graubard 1998)", examples = "WILSON_CLUSTERED_V1") String intervalMethod,
        @Schema(description = "Whether the whole result is suppressed, because too few people gave a level; all figures are null") boolean suppressed,
        @Schema(description = "Number of respondents", examples = "31", nullable = true) Long respondents,
        @Schema(description = "Answers at levels 1 to 5, of all respondents to all questions", examples = "31", nullable = true) Long answers,
        @Schema(description = "Answers of these at level 4 or 5", examples = "26", nullable = true) Long satisfied,
        @Schema(description = "satisfied ÷ answers, in percent (mức độ hài lòng)", examples = "83.87", nullable = true) BigDecimal satisfiedRate,
        @Schema(description = "Mean of the levels, 1 to 5", examples = "4.03", nullable = true) BigDecimal meanScore,
        @Schema(description = "95 % confidence interval of satisfiedRate", nullable = true) IntervalView interval,
        @Schema(description = "Respondents whose every level is 4 or 5, of those who gave a level (chỉ số hài lòng toàn diện)", nullable = true) ProportionView fullySatisfied,
        @Schema(description = "Degree to which expectations were met (tỷ lệ đáp ứng so với mong đợi); null if the questionnaire has no such question", nullable = true) ExpectationView expectation,
        @Schema(description = "Those who answered of those invited; null if nobody was invited. Paper forms and open links invite nobody, and their answers do not count here", nullable = true) ProportionView responseRate,
        @Schema(description = "By topic, in the order of the questionnaire") List<PartView> topics,
        @Schema(description = "By question with the scale LEVEL, in the order of the questionnaire") List<PartView> questions,
        @Schema(description = "By group of respondents, in the order of the questionnaire; empty if it has no groups, and while interim") List<PartView> groups,
        @Schema(description = "Whether answers are still collected: the figures are of most answers received so far, counted some at a time, and change", examples = "false") boolean interim,
        @Schema(description = "By question with the scale YES_NO, in the order of the questionnaire") List<YesNoView> yesNo,
        @Schema(description = "By question with the scale NUMBER, in the order of the questionnaire") List<NumbersView> numbers) {

    @Schema(name = "SurveyProportion", description = "Numerator and denominator")
    public record ProportionView(@Schema(examples = "26") long numerator, @Schema(examples = "31") long denominator,
            @Schema(description = "Null if the denominator is 0", examples = "83.87", nullable = true) BigDecimal percent) {

        static ProportionView of(Proportion proportion) {
            return new ProportionView(proportion.numerator(), proportion.denominator(), proportion.percent());
        }
    }

    @Schema(name = "ConfidenceInterval", description = "In percent")
    public record IntervalView(@Schema(examples = "67.37") BigDecimal lower, @Schema(examples = "92.91") BigDecimal upper) {

        static IntervalView of(Interval interval) {
            return interval == null ? null : new IntervalView(interval.lower(), interval.upper());
        }
    }

    @Schema(name = "ExpectationMet", description = "Mean of the percentages that respondents gave")
    public record ExpectationView(@Schema(description = "Whether too few respondents gave a percentage") boolean suppressed,
            @Schema(description = "Respondents who gave a percentage", examples = "30", nullable = true) Long answers,
            @Schema(examples = "87.50", nullable = true) BigDecimal percent) {

        static final ExpectationView SUPPRESSED = new ExpectationView(true, null, null);

        static ExpectationView of(Expectation expectation) {
            return new ExpectationView(false, expectation.answers(), expectation.percent());
        }
    }

    @Schema(name = "YesNoAnswers", description = "Answers to a question with the scale YES_NO")
    public record YesNoView(@Schema(examples = "USED-ONLINE") String code,
            @Schema(examples = "Ông/Bà đã nộp hồ sơ trực tuyến?") String name,
            @Schema(examples = "Did you apply online?") String nameEn,
            @Schema(description = "Whether the figures are suppressed, because too few respondents answered") boolean suppressed,
            @Schema(description = "Number of answers", examples = "31", nullable = true) Long answers,
            @Schema(description = "Answers of these that are yes", examples = "20", nullable = true) Long yes,
            @Schema(description = "In percent; null without answers", examples = "64.52", nullable = true) BigDecimal percent) {

        static YesNoView of(Question question, Proportion yes, int minRespondents) {
            boolean hidden = yes.denominator() > 0 && yes.denominator() < minRespondents;
            return new YesNoView(question.code(), question.text(), question.textEn(), hidden,
                    hidden ? null : yes.denominator(), hidden ? null : yes.numerator(), hidden ? null : yes.percent());
        }
    }

    @Schema(name = "NumberAnswers", description = "Answers to a question with the scale NUMBER. The lowest and the highest are answers of single respondents, and are not told")
    public record NumbersView(@Schema(examples = "VISITS") String code,
            @Schema(examples = "Ông/Bà đã đến cơ quan mấy lần?") String name,
            @Schema(examples = "How many times did you visit the office?") String nameEn,
            @Schema(description = "Whether the figures are suppressed, because too few respondents answered") boolean suppressed,
            @Schema(description = "Number of answers", examples = "31", nullable = true) Long answers,
            @Schema(description = "Sum of the numbers", examples = "62", nullable = true) Long sum,
            @Schema(description = "Rounded half-up to two decimals; null without answers", examples = "2.00", nullable = true) BigDecimal mean) {

        static NumbersView of(Question question, NumberSum sum, int minRespondents) {
            boolean hidden = sum.answers() > 0 && sum.answers() < minRespondents;
            return new NumbersView(question.code(), question.text(), question.textEn(), hidden,
                    hidden ? null : sum.answers(), hidden ? null : sum.total(), hidden ? null : sum.mean());
        }
    }

    @Schema(name = "SurveyResultPart", description = "Part of the result")
    public record PartView(@Schema(examples = "ACCESS") String code,
            @Schema(examples = "Tiếp cận dịch vụ") String name, @Schema(examples = "Access to the service") String nameEn,
            @Schema(description = "Whether the figures are suppressed, to protect single respondents") boolean suppressed,
            @Schema(description = "Answers at levels 1 to 5", examples = "93", nullable = true) Long answers,
            @Schema(description = "Answers of these at level 4 or 5", examples = "80", nullable = true) Long satisfied,
            @Schema(description = "In percent; null without answers", examples = "86.02", nullable = true) BigDecimal satisfiedRate,
            @Schema(description = "1 to 5; null without answers", examples = "4.11", nullable = true) BigDecimal meanScore) {

        static PartView suppressed(String code, String name, String nameEn) {
            return new PartView(code, name, nameEn, true, null, null, null, null);
        }

        static PartView of(String code, String name, String nameEn, Satisfaction part) {
            return new PartView(code, name, nameEn, false, part.answers(), part.satisfied(), part.rate().percent(),
                    part.meanScore());
        }
    }

    public static ResultView of(CampaignResult result, int minRespondents) {
        if (result.isSuppressed(minRespondents)) {
            return suppressed(result.questionnaire(), result.isInterim());
        }
        Questionnaire questionnaire = result.questionnaire();
        Satisfaction whole = result.satisfaction();
        SuppressedQuestions suppressed = result.suppressedQuestions(minRespondents);
        return new ResultView(questionnaire.indicator().orElse(null), questionnaire.code(), questionnaire.version(),
                CampaignResult.METHOD,
                CampaignResult.METHOD_VERSION, Interval.METHOD, false, result.respondents().respondents(), whole.answers(),
                whole.satisfied(), whole.rate().percent(), whole.meanScore(), IntervalView.of(result.interval()),
                ProportionView.of(result.fullySatisfied()), expectation(result, minRespondents), responseRate(result),
                topics(result, suppressed.topics()), questions(result, suppressed.questions()),
                groups(result, result.suppressedGroups(minRespondents)), result.isInterim(),
                yesNo(result, minRespondents), numbers(result, minRespondents));
    }

    private static ResultView suppressed(Questionnaire questionnaire, boolean interim) {
        return new ResultView(questionnaire.indicator().orElse(null), questionnaire.code(), questionnaire.version(),
                CampaignResult.METHOD,
                CampaignResult.METHOD_VERSION, Interval.METHOD, true, null, null, null, null, null, null, null, null, null,
                List.of(), List.of(), List.of(), interim, List.of(), List.of());
    }

    private static List<YesNoView> yesNo(CampaignResult result, int minRespondents) {
        return result.questionnaire().questions(Scale.YES_NO).stream()
                .map(question -> YesNoView.of(question, result.yes(question.code()), minRespondents)).toList();
    }

    private static List<NumbersView> numbers(CampaignResult result, int minRespondents) {
        return result.questionnaire().questions(Scale.NUMBER).stream()
                .map(question -> NumbersView.of(question, result.numbers(question.code()), minRespondents)).toList();
    }

    private static ExpectationView expectation(CampaignResult result, int minRespondents) {
        if (result.questionnaire().questions(Scale.PERCENT).isEmpty()) {
            return null;
        }
        Expectation expectation = result.expectation();
        return expectation.answers() < minRespondents ? ExpectationView.SUPPRESSED : ExpectationView.of(expectation);
    }

    private static ProportionView responseRate(CampaignResult result) {
        return result.invited().invitations() == 0 ? null : ProportionView.of(result.invited().responseRate());
    }

    private static List<PartView> topics(CampaignResult result, Set<String> suppressed) {
        return result.questionnaire().topics().stream()
                .map(topic -> suppressed.contains(topic.code())
                        ? PartView.suppressed(topic.code(), topic.name(), topic.nameEn())
                        : PartView.of(topic.code(), topic.name(), topic.nameEn(), result.ofTopic(topic.code())))
                .toList();
    }

    private static List<PartView> questions(CampaignResult result, Set<String> suppressed) {
        return result.questionnaire().questions(Scale.LEVEL).stream()
                .map(question -> suppressed.contains(question.code())
                        ? PartView.suppressed(question.code(), question.text(), question.textEn())
                        : PartView.of(question.code(), question.text(), question.textEn(),
                                result.ofQuestion(question.code())))
                .toList();
    }

    private static List<PartView> groups(CampaignResult result, Set<String> suppressed) {
        return result.isInterim() ? List.of()
                : result.questionnaire().groups().stream()
                        .map(group -> suppressed.contains(group.code())
                                ? PartView.suppressed(group.code(), group.name(), group.nameEn())
                                : PartView.of(group.code(), group.name(), group.nameEn(), result.ofGroup(group.code())))
                        .toList();
    }
}
