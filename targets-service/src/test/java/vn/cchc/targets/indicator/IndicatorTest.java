package vn.cchc.targets.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.cchc.targets.indicator.ApplicableMilestone.Expired;
import vn.cchc.targets.indicator.ApplicableMilestone.Expired.Reason;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

class IndicatorTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 14);

    @ParameterizedTest
    @CsvSource({ "2025,80", "2029,80", "2030,90" })
    void eachRaisedMilestoneBindsUntilTheNext(int year, BigDecimal percent) {
        ApplicableMilestone applicable = IndicatorFixture.raised().definitionOn(DAY).applicableIn(year);

        assertThat(applicable).isInstanceOfSatisfying(ApplicableMilestone.Applies.class,
                applies -> assertThat(applies.milestone().percent()).isEqualTo(percent));
    }

    @Test
    void noMilestoneBindsBeforeTheFirst() {
        assertThat(IndicatorFixture.raised().definitionOn(DAY).applicableIn(2024))
                .isInstanceOf(ApplicableMilestone.NotYet.class);
        assertThat(IndicatorFixture.stepped().definitionOn(DAY).applicableIn(2020))
                .isInstanceOf(ApplicableMilestone.NotYet.class);
    }

    @Test
    void noMilestoneBindsAfterTheLastOneUnderTheRuleNone() {
        assertThat(IndicatorFixture.stepped().definitionOn(DAY).applicableIn(2025))
                .isInstanceOf(ApplicableMilestone.Applies.class);
        assertThat(IndicatorFixture.stepped().definitionOn(DAY).applicableIn(2026))
                .isInstanceOf(ApplicableMilestone.Expired.class);
    }

    @Test
    void noMilestoneBindsAfterThePlansLastYear() {
        for (Indicator indicator : List.of(IndicatorFixture.maintained(), IndicatorFixture.maintainedAndImproved(),
                IndicatorFixture.raised(), IndicatorFixture.stepped(), IndicatorFixture.qualitative())) {
            assertThat(indicator.definitionOn(DAY).applicableIn(2031)).isInstanceOfSatisfying(Expired.class,
                    expired -> assertThat(expired.reason()).isEqualTo(Reason.PLAN_ENDED));
        }
        assertThat(IndicatorFixture.maintained().definitionOn(DAY).applicableIn(2030))
                .isInstanceOf(ApplicableMilestone.Applies.class);
        assertThat(IndicatorFixture.maintainedAndImproved().definitionOn(DAY).mustImproveIn(2031)).isFalse();
    }

    @Test
    void improvementIsRequiredOnlyAfterTheFirstMilestone() {
        Indicator indicator = IndicatorFixture.maintainedAndImproved();

        assertThat(indicator.definitionOn(DAY).mustImproveIn(2025)).isFalse();
        assertThat(indicator.definitionOn(DAY).mustImproveIn(2026)).isTrue();
        assertThat(IndicatorFixture.raised().definitionOn(DAY).mustImproveIn(2026)).isFalse();
    }

    @Test
    void anAssignmentHoldsFromItsFirstDayToItsLast() {
        Indicator indicator = IndicatorFixture.raised();
        indicator.leads = List
                .of(new Assignment(indicator, new UnitCode("TTR"), true, new DateRange(null, LocalDate.of(2025, 6, 30))));

        assertThat(indicator.leadOn(LocalDate.of(2025, 6, 30))).contains(new UnitCode("TTR"));
        assertThat(indicator.leadOn(LocalDate.of(2025, 7, 1))).isEmpty();
    }
}
