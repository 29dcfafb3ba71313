package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import vn.cchc.survey.result.ResultView.ExpectationView;
import vn.cchc.survey.result.ResultView.IntervalView;
import vn.cchc.survey.result.ResultView.NumbersView;
import vn.cchc.survey.result.ResultView.PartView;
import vn.cchc.survey.result.ResultView.ProportionView;
import vn.cchc.survey.result.ResultView.ResponseView;
import vn.cchc.survey.result.ResultView.YesNoView;
import vn.cchc.values.IndicatorCode;

/**
 * Format 1 of a frozen result. The format is frozen, too: its canonical JSON never changes by a byte. So a member is only added
 * if it is not written where it has no value. Decimals are texts, because RFC 8785 writes numbers as binary fractions.
 */
record ResultDocumentV1(UUID campaign, int year, int resultVersion, String indicator, String questionnaire,
        int questionnaireVersion, String method, int methodVersion, String aggregation, String weighting,
        String intervalMethod, boolean suppressed, Long respondents, Long answers, Long satisfied, String satisfiedRate,
        String meanScore, IntervalV1 interval, ProportionV1 fullySatisfied, ExpectationV1 expectation,
        ProportionV1 responseRate, ProportionV1 coveredPopulation, List<PartV1> topics, List<PartV1> questions,
        List<PartV1> groups, List<PartV1> units, List<PartV1> strata, List<YesNoV1> yesNo, List<NumbersV1> numbers,
        @JsonInclude(Include.NON_NULL) Long leftOut) {

    record ProportionV1(long numerator, long denominator, String percent) {

        static ProportionV1 of(ProportionView of) {
            return new ProportionV1(of.numerator(), of.denominator(), text(of.percent()));
        }

        ProportionView view() {
            return new ProportionView(numerator, denominator, decimal(percent));
        }
    }

    record IntervalV1(String lower, String upper) {

        static IntervalV1 of(IntervalView of) {
            return new IntervalV1(text(of.lower()), text(of.upper()));
        }

        IntervalView view() {
            return new IntervalView(decimal(lower), decimal(upper));
        }
    }

    record ExpectationV1(boolean suppressed, Long answers, String percent) {

        static ExpectationV1 of(ExpectationView of) {
            return new ExpectationV1(of.suppressed(), of.answers(), text(of.percent()));
        }

        ExpectationView view() {
            return new ExpectationView(suppressed, answers, decimal(percent));
        }
    }

    record ResponseV1(long invited, long answered, long notAnswered, String percent) {

        static ResponseV1 of(ResponseView of) {
            return new ResponseV1(of.invited(), of.answered(), of.notAnswered(), text(of.percent()));
        }

        ResponseView view() {
            return new ResponseView(invited, answered, notAnswered, decimal(percent));
        }
    }

    record PartV1(String code, String name, String nameEn, boolean suppressed, Long answers, Long satisfied,
            String satisfiedRate, String meanScore, Long respondents, ProportionV1 fullySatisfied, ExpectationV1 expectation,
            IntervalV1 interval, ResponseV1 response) {

        static PartV1 of(PartView of) {
            return new PartV1(of.code(), of.name(), of.nameEn(), of.suppressed(), of.answers(), of.satisfied(),
                    text(of.satisfiedRate()), text(of.meanScore()), of.respondents(),
                    orNull(of.fullySatisfied(), ProportionV1::of), orNull(of.expectation(), ExpectationV1::of),
                    orNull(of.interval(), IntervalV1::of), orNull(of.response(), ResponseV1::of));
        }

        PartView view() {
            return new PartView(code, name, nameEn, suppressed, answers, satisfied, decimal(satisfiedRate), decimal(meanScore),
                    respondents, orNull(fullySatisfied, ProportionV1::view), orNull(expectation, ExpectationV1::view),
                    orNull(interval, IntervalV1::view), orNull(response, ResponseV1::view));
        }
    }

    record YesNoV1(String code, String name, String nameEn, boolean suppressed, Long answers, Long yes, String percent) {

        static YesNoV1 of(YesNoView of) {
            return new YesNoV1(of.code(), of.name(), of.nameEn(), of.suppressed(), of.answers(), of.yes(), text(of.percent()));
        }

        YesNoView view() {
            return new YesNoView(code, name, nameEn, suppressed, answers, yes, decimal(percent));
        }
    }

    record NumbersV1(String code, String name, String nameEn, boolean suppressed, Long answers, Long sum, String mean) {

        static NumbersV1 of(NumbersView of) {
            return new NumbersV1(of.code(), of.name(), of.nameEn(), of.suppressed(), of.answers(), of.sum(), text(of.mean()));
        }

        NumbersView view() {
            return new NumbersView(code, name, nameEn, suppressed, answers, sum, decimal(mean));
        }
    }

    static ResultDocumentV1 of(UUID campaign, int year, int resultVersion, ResultView of) {
        return new ResultDocumentV1(campaign, year, resultVersion, orNull(of.indicator(), IndicatorCode::value),
                of.questionnaire(), of.questionnaireVersion(), of.method(), of.methodVersion(), of.aggregation().name(),
                of.weighting().name(), of.intervalMethod(), of.suppressed(), of.respondents(), of.answers(), of.satisfied(),
                text(of.satisfiedRate()), text(of.meanScore()), orNull(of.interval(), IntervalV1::of),
                orNull(of.fullySatisfied(), ProportionV1::of), orNull(of.expectation(), ExpectationV1::of),
                orNull(of.responseRate(), ProportionV1::of), orNull(of.coveredPopulation(), ProportionV1::of),
                parts(of.topics()), parts(of.questions()), parts(of.groups()), parts(of.units()), parts(of.strata()),
                of.yesNo().stream().map(YesNoV1::of).toList(), of.numbers().stream().map(NumbersV1::of).toList(), of.leftOut());
    }

    ResultView view() {
        return new ResultView(orNull(indicator, IndicatorCode::new), questionnaire, questionnaireVersion, method, methodVersion,
                intervalMethod, suppressed, respondents, answers, satisfied, decimal(satisfiedRate), decimal(meanScore),
                orNull(interval, IntervalV1::view), orNull(fullySatisfied, ProportionV1::view),
                orNull(expectation, ExpectationV1::view), orNull(responseRate, ProportionV1::view), views(topics),
                views(questions), views(groups), false, yesNo.stream().map(YesNoV1::view).toList(),
                numbers.stream().map(NumbersV1::view).toList(), Aggregation.valueOf(aggregation), Weighting.valueOf(weighting),
                orNull(coveredPopulation, ProportionV1::view), views(units), views(strata), null, leftOut);
    }

    private static List<PartV1> parts(List<PartView> of) {
        return of.stream().map(PartV1::of).toList();
    }

    private static List<PartView> views(List<PartV1> of) {
        return of.stream().map(PartV1::view).toList();
    }

    private static String text(BigDecimal decimal) {
        return orNull(decimal, BigDecimal::toPlainString);
    }

    private static BigDecimal decimal(String text) {
        return orNull(text, BigDecimal::new);
    }

    private static <T, R> R orNull(T value, Function<T, R> map) {
        return value == null ? null : map.apply(value);
    }
}
