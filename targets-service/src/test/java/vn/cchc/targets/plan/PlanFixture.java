package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.json.JsonMapper;

import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorFixture;
import vn.cchc.values.PlanCode;
import vn.cchc.values.RegimeCode;

public class PlanFixture {

    /** The Department's plan: 2021 to 2030, reported by the regime CCHC. */
    public static Plan to2030() {
        return new Plan(document(), "planner");
    }

    /** The 23 indicators of the shipped plan. */
    public static List<Indicator> shippedIndicators() {
        JsonMapper json = JsonMapper.builder().findAndAddModules().build();
        NewPlan plan = PlanLoader.read(json, new PlanCode("KH-SGDDT-2022"));
        return plan.indicators().stream().map(indicator -> IndicatorFixture.of(new Plan(plan, "planner"), indicator)).toList();
    }

    static NewPlan document() {
        return new NewPlan(new PlanCode("KH-SGDDT-2022"), null, null, "Kế hoạch", "Plan", "Sở", "Department", List.of(),
                new RegimeCode("CCHC"), LocalDate.of(2020, 12, 15), LocalDate.of(2030, 12, 14), 2021, 2030, null, null,
                List.of(new NewPlan.NewTarget(1, "Chỉ tiêu", "Target")), List.of(), null, null);
    }
}
