package vn.cchc.targets.plan;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import vn.cchc.values.PlanCode;

@ConfigMapping(prefix = "cchc.plans")
interface PlansConfig {

    /** The plans that are registered at the first start. They ship with the service. */
    List<PlanCode> shipped();

    /** The plan of a request that names none. */
    @WithName("default")
    PlanCode defaultPlan();
}
