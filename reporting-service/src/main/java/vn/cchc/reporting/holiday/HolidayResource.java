package vn.cchc.reporting.holiday;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/holidays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar")
class HolidayResource {

    private static final Pattern DATE = Pattern.compile("(19|20)\\d\\d-\\d\\d-\\d\\d");

    private final Holidays holidays;
    private final HolidayService service;
    private final CurrentRequest current;

    HolidayResource(Holidays holidays, HolidayService service, CurrentRequest current) {
        this.holidays = holidays;
        this.service = service;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR, Role.ADMIN })
    @Operation(operationId = "listHolidays", summary = "Lists holidays, Tết, days off in lieu and made-up working days in the order of their dates")
    public Page<HolidayView> list(
            @Parameter(description = "Only the holidays of a calendar year", example = "2025") @QueryParam("year") @Min(1900) @Max(2099) Integer year,
            @BeanParam Paging paging) {
        return Page.of(holidays.after(paging.after(), year, paging.rows()), paging, holiday -> holiday.date.toString(),
                HolidayView::of);
    }

    @GET
    @Path("/{date}")
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR, Role.ADMIN })
    @Operation(operationId = "getHoliday", summary = "Returns a holiday or a made-up working day")
    public HolidayView get(@Parameter(example = "2025-05-02") @PathParam("date") String date) {
        return HolidayView.of(holidays.require(parse(date)));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "createHoliday", summary = "Enters a holiday or a made-up working day", description = "Deadlines that still lie ahead are derived again; the former ones stay in the history of each period.")
    @APIResponse(responseCode = "201", description = "Created; `Location` is its address", content = @Content(schema = @Schema(implementation = HolidayView.class)))
    public Response create(@NotNull NewHoliday wanted) {
        HolidayView created = service.create(wanted, current.change());
        return Response.created(URI.create("holidays/" + created.date())).entity(created).build();
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{date}")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "changeHoliday", summary = "Changes a holiday or a made-up working day", description = "Deadlines that still lie ahead are derived again; the former ones stay in the history of each period.")
    public HolidayView change(@Parameter(example = "2025-05-02") @PathParam("date") String date,
            @NotNull NewHoliday wanted) {
        return service.change(parse(date), wanted, current.change());
    }

    @DELETE
    @Idempotent
    @RequiresIfMatch
    @Path("/{date}")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "removeHoliday", summary = "Removes a holiday or a made-up working day", description = "Deadlines that still lie ahead are derived again; the former ones stay in the history of each period.")
    public HolidayView remove(@Parameter(example = "2025-05-02") @PathParam("date") String date) {
        return service.remove(parse(date), current.change());
    }

    /** A text that is not a date names no holiday: 404. */
    private static LocalDate parse(String date) {
        if (!DATE.matcher(date).matches()) {
            throw Holidays.notFound(date);
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw Holidays.notFound(date);
        }
    }
}
