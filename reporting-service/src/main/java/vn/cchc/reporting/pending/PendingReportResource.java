package vn.cchc.reporting.pending;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.reporting.deputy.ReviewRights;
import vn.cchc.reporting.holiday.Holidays;
import vn.cchc.reporting.holiday.WorkingDays;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

@Path("/reviews/pending")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review")
class PendingReportResource {

    private final PendingReports pending;
    private final ReviewRights rights;
    private final Holidays holidays;
    private final CurrentRequest current;
    private final Clock clock;

    PendingReportResource(PendingReports pending, ReviewRights rights, Holidays holidays, CurrentRequest current,
            Clock clock) {
        this.pending = pending;
        this.rights = rights;
        this.holidays = holidays;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.REVIEWER)
    @Operation(operationId = "listPendingReviews", summary = "Lists the submitted reports that wait for their review, the oldest submission first", description = "A reviewer with a scope sees the reports of its units, and those with a figure of its indicators.")
    public Page<PendingReportView> list(
            @Parameter(description = "Code of the regime", example = "CCHC") @QueryParam("regime") RegimeCode regime,
            @Parameter(description = "Code of the period", example = "2025Q1") @QueryParam("period") PeriodCode period,
            @BeanParam Paging paging) {
        WorkingDays calendar = holidays.workingDays();
        return Page.of(
                pending.after(PendingReportKey.parse(paging.after()), rights.reach(current.actor().subject()), regime, period,
                        paging.rows()),
                paging,
                report -> PendingReportKey.of(report).toString(),
                report -> PendingReportView.of(report, calendar, clock));
    }
}
