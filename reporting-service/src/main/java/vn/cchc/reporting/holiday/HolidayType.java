package vn.cchc.reporting.holiday;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "PUBLIC_HOLIDAY: a day off by the Labour Code; COMPENSATORY_DAY_OFF: a day off for a holiday on a weekend (nghỉ bù) or exchanged for another day (hoán đổi); COMPENSATORY_WORKING_DAY: a day of a weekend on which an exchanged day is made up (làm bù)")
enum HolidayType {
    PUBLIC_HOLIDAY,
    COMPENSATORY_DAY_OFF,
    COMPENSATORY_WORKING_DAY
}
