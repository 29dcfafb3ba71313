package vn.cchc.reporting.unit;

import java.net.URI;
import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.spreadsheet.SheetReader;
import vn.cchc.values.UnitCode;

@Path("/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Units", description = "The Department, its divisions, and the schools and centres under it (đơn vị)")
class UnitResource {

    private final Units units;
    private final UnitChanges changes;
    private final ReorganisationService reorganisations;
    private final IdentifierService identifiers;
    private final UnitImport imports;
    private final CurrentRequest current;

    UnitResource(Units units, UnitChanges changes, ReorganisationService reorganisations, IdentifierService identifiers,
            UnitImport imports, CurrentRequest current) {
        this.units = units;
        this.changes = changes;
        this.reorganisations = reorganisations;
        this.identifiers = identifiers;
        this.imports = imports;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "listUnits", summary = "Lists the units in the order of their codes")
    public Page<UnitView> list(@BeanParam UnitFilter filter, @BeanParam Paging paging) {
        return Page.of(units.list(filter, paging), paging, unit -> unit.code, filter::view);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "getUnit", summary = "Returns a unit", description = "With `asOf` 404 if the unit did not exist on that day.")
    public UnitView get(@Parameter(example = "VP") @PathParam("code") UnitCode code,
            @Parameter(description = "A day whose names, type and parents are returned", example = "2025-06-30") @QueryParam("asOf") LocalDate asOf) {
        return asOf == null ? UnitView.of(units.require(code)) : UnitView.asOf(asOf, units.require(code, asOf));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "createUnit", summary = "Creates a unit")
    @APIResponse(responseCode = "201", description = "Created; `Location` is its address", content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response create(@NotNull NewUnit wanted) {
        UnitView created = units.add(wanted, current.change());
        return Response.created(URI.create("units/" + created.code())).entity(created).build();
    }

    @POST
    @Idempotent
    @WithoutIfMatch(reason = "It creates units only; a unit that exists with other content is refused.")
    @Path("/import")
    @Consumes({ SheetReader.CSV, SheetReader.XLSX })
    @MaxBodySize("1M")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "importUnits", summary = "Creates the units of a CSV file or an Excel workbook", description = "All or none, at most 5,000. The first row names the columns: code, name, nameEn, type, and, as needed, parent, reportingParent, agencyCode, validFrom, validTo, duty. Parents may stand in the same file. A unit that exists with the same content is left as it is, so that a file can be sent again. `errors` names every fault by row and column, for example `/3/parent`.")
    @RequestBody(required = true, content = {
            @Content(mediaType = SheetReader.CSV, schema = @Schema(type = SchemaType.STRING), example = "code,name,nameEn,type,parent\nTHPT-01,Trường THPT số 1,Upper secondary school no. 1,SERVICE_UNIT,SGDDT\n"),
            @Content(mediaType = SheetReader.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")) })
    public UnitImportView importUnits(
            @Parameter(description = "Only checks the file") @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, @NotNull byte[] file) {
        SheetReader reader = SheetReader.of(type.getType() + '/' + type.getSubtype());
        return imports.run(file, reader, dryRun, current.change());
    }

    @GET
    @Path("/{code}/changes")
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "listUnitChanges", summary = "Lists the changes that concern a unit", description = "In the order in which they were recorded: renamings, mergers, splits, transfers and dissolutions, also those that gave the unit another parent.")
    public Page<UnitChangeView> changes(@Parameter(example = "VP") @PathParam("code") UnitCode code,
            @BeanParam Paging paging) {
        return Page.of(changes.of(units.require(code), paging), paging, change -> change.id.toString(), UnitChangeView::of);
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{code}/changes")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "changeUnit", summary = "Renames, merges, splits, transfers or dissolves a unit", description = "Under a legal document, from a day on. Facts of earlier days stay as they were. The units below a unit that is merged follow to its successor.")
    public UnitView change(@Parameter(example = "TTR") @PathParam("code") UnitCode code, @NotNull NewUnitChange wanted) {
        return reorganisations.change(code, wanted, current.change());
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{code}/identifiers")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "replaceUnitIdentifiers", summary = "Replaces the codes of a unit in other systems", description = "The agency code and all other codes, with the days on which each holds. Two units never have the same code on the same day. `errors` names every violation.")
    public UnitView replaceIdentifiers(@Parameter(example = "VP") @PathParam("code") UnitCode code,
            @NotNull NewIdentifiers wanted) {
        return identifiers.replace(code, wanted, current.change());
    }
}
