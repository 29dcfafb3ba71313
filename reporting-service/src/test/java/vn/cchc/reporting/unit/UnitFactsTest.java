package vn.cchc.reporting.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitFactsTest {

    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final LocalDate DAY_BEFORE = LocalDate.of(2025, 6, 30);

    private final Unit unit = new Unit(new NewUnit("THPT-01", "Trường số 1", "School no. 1", UnitType.SERVICE_UNIT, "SGDDT",
            null, null, null, null, null, null), Instant.EPOCH);

    @Test
    void aRenamingLeavesTheFormerNameOnEarlierDays() {
        unit.rename(MERGER, named("Trường THPT Sóc Trăng"));

        assertThat(unit.nameOn(DAY_BEFORE).name()).isEqualTo("Trường số 1");
        assertThat(unit.nameOn(MERGER).name()).isEqualTo("Trường THPT Sóc Trăng");
    }

    @Test
    void anEarlierRenamingThatIsRecordedLaterHoldsUntilTheNextOne() {
        unit.rename(MERGER, named("Mới"));
        unit.rename(LocalDate.of(2023, 1, 1), named("Giữa"));

        assertThat(unit.names()).extracting(DatedName::validFrom, DatedName::validTo, DatedName::name)
                .containsExactlyInAnyOrder(
                        tuple(null, LocalDate.of(2022, 12, 31), "Trường số 1"),
                        tuple(LocalDate.of(2023, 1, 1), DAY_BEFORE, "Giữa"),
                        tuple(MERGER, null, "Mới"));
    }

    @Test
    void aSecondRenamingOnTheSameDayReplacesTheFirst() {
        unit.rename(MERGER, named("Nhầm"));
        unit.rename(MERGER, named("Đúng"));

        assertThat(unit.names()).extracting(DatedName::name).containsExactly("Trường số 1", "Đúng");
    }

    @Test
    void aTransferConcernsOneTree() {
        unit.transfer(MERGER, UnitTree.REPORTING, "SGDDT-CT");

        assertThat(unit.parentOn(MERGER, UnitTree.REPORTING)).isEqualTo("SGDDT-CT");
        assertThat(unit.parentOn(MERGER, UnitTree.ORGANISATION)).isEqualTo("SGDDT");
    }

    @Test
    void theSuccessorTakesTheUnitsBelowOnEveryLaterDay() {
        unit.transfer(LocalDate.of(2024, 1, 1), UnitTree.REPORTING, "VP");
        unit.transfer(LocalDate.of(2026, 1, 1), UnitTree.REPORTING, "SGDDT");

        unit.transferFrom(Set.of("SGDDT"), MERGER, "SGDDT-CT");

        assertThat(unit.parentOn(DAY_BEFORE, UnitTree.ORGANISATION)).isEqualTo("SGDDT");
        assertThat(unit.parentOn(MERGER, UnitTree.ORGANISATION)).isEqualTo("SGDDT-CT");
        assertThat(unit.parentOn(MERGER, UnitTree.REPORTING)).isEqualTo("VP");
        assertThat(unit.parentOn(LocalDate.of(2026, 1, 1), UnitTree.REPORTING)).isEqualTo("SGDDT-CT");
    }

    @Test
    void aRenamingForALaterDayIsNotYetShown() {
        unit.rename(MERGER, named("Mới"));

        unit.changed(DAY_BEFORE, Instant.EPOCH);
        assertThat(unit.name).isEqualTo("Trường số 1");
        assertThat(unit.isOutdated(MERGER)).isTrue();
        unit.changed(MERGER, Instant.EPOCH);
        assertThat(unit.name).isEqualTo("Mới");
        assertThat(unit.version).isEqualTo(3);
    }

    @Test
    void aClosedUnitKeepsItsLastName() {
        unit.rename(LocalDate.of(2025, 1, 1), named("Tên cuối"));
        unit.end(MERGER);

        unit.changed(LocalDate.of(2026, 1, 1), Instant.EPOCH);

        assertThat(unit.name).isEqualTo("Tên cuối");
        assertThat(unit.validTo).isEqualTo(DAY_BEFORE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "H59", "H59.17", "H59.17.3A", "000.17.30.H59" })
    void bothFormsOfAgencyCodesAreAccepted(String code) {
        assertThat(code).matches(AgencyCode.SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Z59.17", "H5", "H59.", "h59.17", "000.17.H59", "000.17.30.Z59", "000.17.30.H59.1" })
    void otherTextsAreNoAgencyCodes(String code) {
        assertThat(code).doesNotMatch(AgencyCode.SYNTAX);
    }

    private static DatedName named(String name) {
        return new DatedName(null, null, name, "School", UnitType.SERVICE_UNIT);
    }
}
