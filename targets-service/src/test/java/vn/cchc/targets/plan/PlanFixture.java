package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

public class PlanFixture {

    /** The Department's plan: 2021 to 2030, reported by the regime CCHC. */
    public static Plan to2030() {
        return new Plan(new PlanDocument("KH-SGDDT-2022", null, null, "Kế hoạch", "Plan", "Sở", "Department", List.of(), "CCHC",
                LocalDate.of(2020, 12, 15), LocalDate.of(2030, 12, 14), 2021, 2030, List.of()));
    }
}
