package vn.cchc.targets.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.PeriodDefined;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.values.RegimeCode;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class PeriodsTest {

    private static final RegimeCode DECEMBER = new RegimeCode("DECEMBER");

    @Inject
    Periods periods;

    @Test
    void theReportingYearOfADayComesFromThePeriodsOfTheRegime() {
        define(PeriodFixture.defined("DECEMBER", 2025).toArray(PeriodDefined[]::new));
        define(PeriodFixture.defined("DECEMBER", 2026).toArray(PeriodDefined[]::new));

        assertThat(periods.yearOf(DECEMBER, LocalDate.of(2025, 12, 14))).isEqualTo(2025);
        assertThat(periods.yearOf(DECEMBER, LocalDate.of(2025, 12, 16))).isEqualTo(2026);
    }

    @Test
    void whileNoPeriodCoversADayItsCalendarYearIsTaken() {
        assertThat(periods.yearOf(new RegimeCode("UNKNOWN"), LocalDate.of(2025, 12, 16))).isEqualTo(2025);
    }

    private void define(PeriodDefined... defined) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (PeriodDefined period : defined) {
                periods.apply(period);
            }
        });
    }
}
