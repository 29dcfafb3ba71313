package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.values.IndicatorCode;

@Schema(name = "SurveyResult", description = "Result of a closed campaign (kết quả khảo sát). Percentages are rounded half-up to two decimals, from the counts beside them. Figures of too few respondents are suppressed, and so are further figures from which these could be computed")
public record ResultView(
        @Schema(description = "Code of the indicator (chỉ số); null for internal use", examples = "CT16", nullable = true) IndicatorCode indicator,
        @Schema(examples = "EDUCATION") String questionnaire, @Schema(examples = "1") int questionnaireVersion,
        @Schema(description = "Name of the method: the aggregation, with the suffix _WEIGHTED for weights by population. Results of different methods are separate series", examples = "POOLED") String method,
        @Schema(description = "Version of the method", examples = "1") int methodVersion,
        @Schema(description = "Method and version of the interval: the Wilson score interval over the effective sample size, with the respondent as the cluster (Korn and Graubard 1998). CLUSTERED is that of a simple sample, STRATIFIED that of a sample by strata with finite population correction, LINEARIZED that of a simple sample whose index is a mean of questions or groups", examples = "WILSON_CLUSTERED_V1") String intervalMethod,
        @Schema(description = "Whether the whole result is suppressed, because too few people gave a level; all figures are null") boolean suppressed,
        @Schema(description = "Number of respondents", examples = "31", nullable = true) Long respondents,
        @Schema(description = "Answers at levels 1 to 5, of all respondents to all questions", examples = "31", nullable = true) Long answers,
        @Schema(description = "Answers of these at level 4 or 5", examples = "26", nullable = true) Long satisfied,
        @Schema(description = "In percent, by the method (mức độ hài lòng); satisfied ÷ answers if it is POOLED", examples = "83.87", nullable = true) BigDecimal satisfiedRate,
        @Schema(description = "Mean of the levels, 1 to 5, by the method", examples = "4.03", nullable = true) BigDecimal meanScore,
        @Schema(description = "95 % confidence interval of satisfiedRate", nullable = true) IntervalView interval,
        @Schema(description = "Respondents whose every level is 4 or 5, of those who gave a level (chỉ số hài lòng toàn diện); the percentage by the method, but questions are not told apart", nullable = true) ProportionView fullySatisfied,
        @Schema(description = "Degree to which expectations were met (tỷ lệ đáp ứng so với mong đợi); null if the questionnaire has no such question", nullable = true) ExpectationView expectation,
        @Schema(description = "Those who answered of those invited; null if nobody was invited. Paper forms and open links invite nobody, and their answers do not count here", nullable = true) ProportionView responseRate,
        @Schema(description = "By topic, in the order of the questionnaire") List<PartView> topics,
        @Schema(description = "By question with the scale LEVEL, in the order of the questionnaire") List<PartView> questions,
        @Schema(description = "By group of respondents, in the order of the questionnaire; empty if it has no groups, and while interim") List<PartView> groups,
        @Schema(description = "Whether answers are still collected: the figures are of most answers received so far, counted some at a time, and change", examples = "false") boolean interim,
        @Schema(description = "By question with the scale YES_NO, in the order of the questionnaire; empty while interim") List<YesNoView> yesNo,
        @Schema(description = "By question with the scale NUMBER, in the order of the questionnaire; empty while interim") List<NumbersView> numbers,
        @Schema(description = "How the answers are put together", examples = "POOLED") Aggregation aggregation,
        @Schema(description = "How much each stratum counts", examples = "NONE") Weighting weighting,
        @Schema(description = "People in the strata that the index stands for, of all strata; null without weights", nullable = true) ProportionView coveredPopulation,
        @Schema(description = "By unit, in the order of the campaign; empty if its strata have none, and while interim") List<PartView> units,
        @Schema(description = "By stratum (tầng), in the order of the campaign; empty while interim") List<PartView> strata,
        @Schema(description = "SHA-256 of the frozen result, in hexadecimal; null until it is published", nullable = true) String resultHash,
        @Schema(description = "Respondents who gave a level but count nowhere in the index: without a group if it is a MEAN_OF_GROUPS, without a stratum whose population is known if it is weighted. They count with the parts that are hidden, if there are any. Null if the method leaves out nobody", examples = "12", nullable = true) Long leftOut) {

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

    @Schema(name = "SurveyResponse", description = "Those who were invited to a stratum. Paper forms and open links invite nobody. Suppressed like other figures, over all strata and the responseRate of the result")
    public record ResponseView(@Schema(examples = "300") long invited, @Schema(examples = "240") long answered,
            @Schema(description = "Invited people who did not answer", examples = "60") long notAnswered,
            @Schema(description = "answered ÷ invited in percent; null if nobody was invited", examples = "80.00", nullable = true) BigDecimal percent) {

        static ResponseView of(Response response) {
            Proportion answered = new Proportion(response.invitedAnswers(), response.invited());
            return new ResponseView(answered.denominator(), answered.numerator(),
                    answered.denominator() - answered.numerator(), answered.percent());
        }
    }

    @Schema(name = "SurveyResultPart", description = "Part of the result. Where it is suppressed, all figures are null")
    public record PartView(@Schema(examples = "ACCESS") String code,
            @Schema(description = "The code, if it is a unit: its name is in reporting-service", examples = "Tiếp cận dịch vụ") String name,
            @Schema(examples = "Access to the service") String nameEn,
            @Schema(description = "Whether the figures are suppressed, to protect single respondents") boolean suppressed,
            @Schema(description = "Answers at levels 1 to 5", examples = "93", nullable = true) Long answers,
            @Schema(description = "Answers of these at level 4 or 5", examples = "80", nullable = true) Long satisfied,
            @Schema(description = "In percent, by the method; null without answers", examples = "86.02", nullable = true) BigDecimal satisfiedRate,
            @Schema(description = "1 to 5, by the method; null without answers", examples = "4.11", nullable = true) BigDecimal meanScore,
            @Schema(description = "Number of respondents; null for a topic or a question", examples = "31", nullable = true) Long respondents,
            @Schema(description = "Respondents whose every level is 4 or 5, of those who gave a level; of a topic, by the levels in this topic. Null for a question, and for a topic of several questions while interim or if an earlier version of this service closed the campaign", nullable = true) ProportionView fullySatisfied,
            @Schema(description = "Degree to which expectations were met; null for a topic or a question", nullable = true) ExpectationView expectation,
            @Schema(description = "95 % confidence interval of satisfiedRate. Null for a topic of several questions while interim; if an earlier version of this service closed the campaign, for such a topic, and for a group or a stratum if the method is MEAN_OF_ITEMS", nullable = true) IntervalView interval,
            @Schema(description = "Invitations and answers; null if this is no stratum, or if fewer people than k were invited, answered an invitation, or answered without one, and in further strata from which this could be computed", nullable = true) ResponseView response) {

        static PartView suppressed(String code, String name, String nameEn) {
            return new PartView(code, name, nameEn, true, null, null, null, null, null, null, null, null, null);
        }
    }

    public static ResultView of(CampaignResult result) {
        return new ResultViewBuilder(result).build();
    }

    /** @param hash of the frozen result */
    ResultView withHash(String hash) {
        return new ResultView(indicator, questionnaire, questionnaireVersion, method, methodVersion, intervalMethod, suppressed,
                respondents, answers, satisfied, satisfiedRate, meanScore, interval, fullySatisfied, expectation, responseRate,
                topics, questions, groups, interim, yesNo, numbers, aggregation, weighting, coveredPopulation, units, strata,
                hash, leftOut);
    }
}
