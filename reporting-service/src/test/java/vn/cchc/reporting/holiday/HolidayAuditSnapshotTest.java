package vn.cchc.reporting.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;

class HolidayAuditSnapshotTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 5);

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(SnapshotFields.of(HolidayAuditSnapshotV1.class)).containsExactly("date", "type", "name", "nameEn", "source",
                "documentNumber", "confirmed", "removed", "version");
    }

    @Test
    void aHolidayIsAuditedAsItsSnapshotNotAsItsView() {
        Holiday holiday = new Holiday(DAY);
        holiday.enter(
                new NewHoliday(DAY, HolidayType.PUBLIC_HOLIDAY, "Tết Âm lịch", "Lunar New Year", "Thông báo", null, true));

        assertThat(holiday.auditSnapshot()).isInstanceOf(HolidayAuditSnapshotV1.class);
    }
}
