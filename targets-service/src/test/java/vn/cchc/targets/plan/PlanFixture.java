package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

import vn.cchc.values.PlanCode;
import vn.cchc.values.RegimeCode;

public class PlanFixture {

    /** The Department's plan: 2021 to 2030, reported by the regime CCHC. */
    public static Plan to2030() {
        return new Plan(document());
    }

    static NewPlan document() {
        return new NewPlan(new PlanCode("KH-SGDDT-2022"), null, null, "Kế hoạch", "Plan", "Sở", "Department", List.of(),
                new RegimeCode("CCHC"), LocalDate.of(2020, 12, 15), LocalDate.of(2030, 12, 14), 2021, 2030, null,
                List.of(new NewPlan.NewTarget(1, "Chỉ tiêu", "Target")), List.of());
    }
}
