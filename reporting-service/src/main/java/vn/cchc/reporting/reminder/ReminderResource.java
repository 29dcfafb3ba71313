package vn.cchc.reporting.reminder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.values.UnitCode;

@Path("/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Following up")
class ReminderResource {

    private final Reminders reminders;
    private final CurrentRequest current;

    ReminderResource(Reminders reminders, CurrentRequest current) {
        this.reminders = reminders;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "listReminders", summary = "Lists the reminders of a unit's reports in the order of their issue", description = "Each is issued once for its deadline or its return. Without `unit`, reviewers get the reminders of all units; all others must name a unit on whose behalf they act.")
    public Page<ReminderView> list(
            @Parameter(description = "Code of the unit", example = "VP") @QueryParam("unit") UnitCode unit,
            @BeanParam Paging paging) {
        requireReadable(unit, current.actor());
        return Page.of(reminders.after(unit, paging), paging, reminder -> reminder.id.toString(), ReminderView::of);
    }

    private static void requireReadable(UnitCode unit, Actor actor) {
        if (actor.is(Role.REVIEWER)) {
            return;
        }
        if (unit == null) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        actor.onBehalfOf(unit.value());
    }
}
