package vn.cchc.reporting.calendar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "PERIODIC (định kỳ), THEMATIC (chuyên đề) or AD_HOC (đột xuất)")
enum RegimeType {
    PERIODIC,
    THEMATIC,
    AD_HOC
}
