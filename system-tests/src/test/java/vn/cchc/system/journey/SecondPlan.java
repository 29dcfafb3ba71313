package vn.cchc.system.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A regime of calendar months, and a plan with indicators of its own that units report by it. */
final class SecondPlan {

    static final String REGIME = "TTHC";
    static final String CODE = "KH-TTHC-2024";

    private static final Path DOCUMENT = Path.of("..", "targets-service/src/test/resources/plan/KH-TTHC-2026.json");

    private SecondPlan() {
    }

    static Map<String, Object> regime() {
        Stream<Map<String, Object>> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> periodType("M%02d".formatted(month), month, month));
        return Map.of("code", REGIME, "name", "Báo cáo kiểm soát thủ tục hành chính", "nameEn",
                "Report on the control of administrative procedures", "legalBasis", "Nghị định 09/2019/NĐ-CP", "type",
                "PERIODIC",
                "windowRule", Map.of("startMonth", 1, "startDay", 1, "previousYear", false), "periodTypes",
                Stream.concat(months, Stream.of(periodType("", 1, 12))).toList(), "deadlines",
                Map.of("UNIT", workingDays(2), "DEPARTMENT", workingDays(4), "PROVINCE", workingDays(6)), "validFrom",
                "2024-01-01");
    }

    /** Two years earlier than in the file: the cut-off days of the first year are past. */
    static String document() throws IOException {
        return Files.readString(DOCUMENT).replace("2025", "2023").replace("2026", "2024").replace("2027", "2025");
    }

    /** What a month's report must contain; ratings are due with the annual report. */
    static Map<String, Object> month(Object first, Object second) {
        return Map.of("TTHC1.1", first, "TTHC1.2", second);
    }

    private static Map<String, Object> periodType(String suffix, int first, int last) {
        return Map.of("suffix", suffix, "firstMonth", first, "lastMonth", last);
    }

    private static Map<String, Object> workingDays(int count) {
        return Map.of("basis", "WORKING_DAYS", "value", count);
    }
}
