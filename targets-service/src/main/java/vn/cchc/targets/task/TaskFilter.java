package vn.cchc.targets.task;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.values.PlanCode;
import vn.cchc.values.UnitCode;

/** The filters of a list of tasks. */
public class TaskFilter {

    @QueryParam("plan")
    @Parameter(description = "Code of the plan; the default plan if absent", example = "KH-SGDDT-2022")
    PlanCode plan;

    @QueryParam("unit")
    @Parameter(description = "Only the tasks that this unit leads or co-ordinates", example = "VP")
    UnitCode unit;

    @QueryParam("state")
    @Parameter(description = "Only the tasks in this state")
    TaskState state;

    @QueryParam("group")
    @Parameter(description = "Only the tasks of this section of the plan", example = "III")
    String group;

    @QueryParam("extensionRequested")
    @DefaultValue("false")
    @Parameter(description = "Only the tasks of which a request to extend the deadline waits for a decision")
    boolean extensionRequested;
}
