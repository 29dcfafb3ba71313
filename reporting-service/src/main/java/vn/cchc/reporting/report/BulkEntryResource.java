package vn.cchc.reporting.report;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.precondition.Representation;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** Each unit is its own transaction, so that the refusal of one leaves the others. */
@Path("/periods/{period}/figures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
@Tag(name = "Entry")
class BulkEntryResource {

    private static final String OWN_VERSION = "Each row names its version.";

    private final EntryService entry;
    private final CurrentRequest current;
    private final ObjectMapper json;
    private final String service;

    BulkEntryResource(EntryService entry, CurrentRequest current, ObjectMapper json,
            @ConfigProperty(name = "cchc.service") String service) {
        this.entry = entry;
        this.current = current;
        this.json = json;
        this.service = service;
    }

    @PUT
    @MaxBodySize("4M")
    @NotIdempotencyKeyed(reason = OWN_VERSION)
    @WithoutIfMatch(reason = OWN_VERSION)
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "enterFiguresOfUnits", summary = "Enters all figures of up to 500 units for a period", description = "Each row is taken or refused by itself, as the same call for its unit alone; the response has one result per row. A row of a unit for which the caller does not act is refused.")
    public EntryResults put(@Parameter(example = "2025") @PathParam("period") PeriodCode period,
            @Parameter(description = "Code of the regime") @QueryParam("regime") @DefaultValue("CCHC") RegimeCode regime,
            @Valid @NotNull NewEntries wanted, @Context HttpHeaders headers) {
        ChangeContext context = current.change();
        ProblemMessages messages = ProblemMessages.accepted(headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE));
        List<EntryResults.Row> results = new ArrayList<>();
        for (NewEntries.Row row : wanted.rows()) {
            String at = JsonPointer.of("rows", results.size(), "figures");
            results.add(result(new ReportKey(regime, period, new UnitCode(row.unit())), row, at, context, messages));
        }
        return new EntryResults(results);
    }

    private EntryResults.Row result(ReportKey key, NewEntries.Row row, String at, ChangeContext context,
            ProblemMessages messages) {
        try {
            EntryService.Entered entered = entry.enter(key, row.figures(), at, row.expectedBy(context));
            return new EntryResults.Row(row.unit(), entered.created() ? 201 : 200, entered.sheet().report(),
                    Representation.of(entered.sheet(), json).tag(), null, List.of());
        } catch (RuntimeException failure) {
            BulkRefusal refusal = BulkRefusal.of(failure, service,
                    "/api/v1/units/" + key.unit() + "/periods/" + key.period() + "/figures", context, messages, json);
            return new EntryResults.Row(row.unit(), refusal.status(), null, refusal.etag(), refusal.problem(),
                    refusal.changes());
        }
    }
}
