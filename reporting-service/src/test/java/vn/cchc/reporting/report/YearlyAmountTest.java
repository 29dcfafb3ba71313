package vn.cchc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import vn.cchc.events.IndicatorDefined;
import vn.cchc.reporting.indicator.AskedIndicators;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.report.EntryRules.Checked;
import vn.cchc.rest.problem.Violation;

/** CT08.2 is computed from yearly amounts: one number is entered, in a form, a list or a file. */
class YearlyAmountTest {

    private static final Indicator SPENDING = new Indicator(new IndicatorDefined("CT08.2", "KH-SGDDT-2022", 8, "Giảm chi",
            "Reduction", "REDUCTION", "COMPARISON", "AT_LEAST", "Chi trong năm", "Chính số đó", "CCHC", null, null, List.of(),
            List.of(), 1, List.of(), new IndicatorDefined.ComparedYears(2021, 2025, 2026, 2030)));

    @Test
    void theAmountOfAYearIsEnteredAloneAndTheDenominatorIsFilledIn() {
        Checked checked = check(new NewFigure(120_000_000_000L, null, null, null));

        assertThat(checked.violations()).isEmpty();
        assertThat(checked.figures().get("CT08.2")).isEqualTo(new NewFigure(120_000_000_000L, 120_000_000_000L, null, null));
    }

    @Test
    void anotherDenominatorAndANegativeAmountAreRefused() {
        assertThat(codes(check(new NewFigure(100L, 99L, null, null)))).contains("parts-differ");
        assertThat(codes(check(new NewFigure(-1L, null, null, null)))).contains("negative");
    }

    private static List<String> codes(Checked checked) {
        return checked.violations().getOrDefault("CT08.2", List.of()).stream().map(Violation::type).map(type -> type.code())
                .toList();
    }

    private static Checked check(NewFigure figure) {
        EntryRules rules = EntryRules.of("KHTC", new AskedIndicators(List.of(SPENDING), List.of()), List.of());
        return rules.check(Map.of("CT08.2", figure), Map.of(), UnaryOperator.identity());
    }
}
