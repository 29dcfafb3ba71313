package vn.cchc.reporting.consolidated;

import java.util.Map;

import vn.cchc.values.PeriodCode;

/** The name of a period in a Vietnamese sentence. */
final class PeriodName {

    private static final Map<String, String> PARTS = Map.of("", "", "Q1", "quý I ", "Q2", "quý II ", "Q3", "quý III ", "Q4",
            "quý IV ", "H1", "6 tháng đầu ", "H2", "6 tháng cuối ", "9M", "9 tháng ");

    private PeriodName() {
    }

    /** Such as {@code quý I năm 2025}; the code itself where the part of the year has no common name. */
    static String of(PeriodCode code) {
        String part = code.value().substring(4);
        if (part.matches("M(0[1-9]|1[0-2])")) {
            return "tháng " + Integer.parseInt(part.substring(1)) + " năm " + code.year();
        }
        String name = PARTS.get(part);
        return name == null ? "kỳ " + code : name + "năm " + code.year();
    }
}
