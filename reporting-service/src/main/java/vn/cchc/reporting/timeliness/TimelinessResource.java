package vn.cchc.reporting.timeliness;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;

@Path("/timeliness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Following up", description = "Who reports in time, extensions and reminders (đôn đốc)")
class TimelinessResource {

    private final TimelinessCounts counts;

    TimelinessResource(TimelinessCounts counts) {
        this.counts = counts;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "listTimeliness", summary = "Counts the expected, received and accepted reports, and those on time, late and missing", description = "A unit owes a report for each period in which an indicator of the regime is assigned to it while it exists. Lateness counts from the first valid submission; it is told by the calendar alone (`raw`), and with extensions excused. The groups come in the order of their codes.")
    public Page<TimelinessView> list(@BeanParam TimelinessFilter filter, @BeanParam Paging paging) {
        return Page.of(counts.after(paging.after(), filter, paging.rows()), paging, TimelinessCount::group,
                TimelinessView::of);
    }
}
