package vn.cchc.reporting.imports;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.spreadsheet.Attachments;
import vn.cchc.spreadsheet.SheetReader;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Figures from files of spreadsheets (nhập số liệu từ tệp)")
class ImportResource {

    private static final String LOCALES = "vi-VN|en-US";
    private static final String TEMPLATE = "One row for each unit and indicator, with the figures that are entered. Only the cells of the figures can be edited: numerator and denominator, or rating and statement. A row that stays empty changes nothing.";

    private final FigureImports imports;
    private final Uploads uploads;
    private final Templates templates;
    private final Attachments attachments;
    private final CurrentRequest current;

    ImportResource(FigureImports imports, Uploads uploads, Templates templates, Attachments attachments,
            CurrentRequest current) {
        this.imports = imports;
        this.uploads = uploads;
        this.templates = templates;
        this.attachments = attachments;
        this.current = current;
    }

    @POST
    @NotIdempotencyKeyed(reason = "The hash of the file and the parameters are the key.")
    @WithoutIfMatch(reason = "The file states every figure that it changes; a report under review is refused.")
    @Consumes({ SheetReader.CSV, SheetReader.XLSX })
    @MaxBodySize("10M")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "importFigures", summary = "Imports figures from a CSV file or an Excel workbook", description = """
            The body is the file itself. It is checked and imported in the background; `Location` shows the progress and every \
            conflict by its cell. The first row names the columns as in the template. Drafts are created as needed; reports under \
            review, and units of others, are conflicts. The same file with the same parameters is imported once in 24 hours, \
            unless it was refused: the response is 200 then.""")
    @RequestBody(required = true, content = {
            @Content(mediaType = SheetReader.CSV, schema = @Schema(type = SchemaType.STRING), example = "unit,indicator,numerator,denominator,rating,statement\nVP,CT05.1,17,20,,\n"),
            @Content(mediaType = SheetReader.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")) })
    @APIResponse(responseCode = "202", description = "Accepted; `Location` is the address of the import", headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "200", description = "The earlier import of the same file", headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response start(@Parameter(example = "CCHC") @QueryParam("regime") @DefaultValue("CCHC") RegimeCode regime,
            @Parameter(required = true, example = "2025") @NotNull @QueryParam("period") PeriodCode period,
            @Parameter(description = "What happens to the other rows if one has a conflict") @QueryParam("mode") @DefaultValue("ALL_OR_NOTHING") ImportMode mode,
            @Parameter(description = "Only checks the file") @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Parameter(description = "How the file writes numbers: 1.234,5 or 1,234.5") @QueryParam("locale") @DefaultValue("vi-VN") @Pattern(regexp = LOCALES) String locale,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, @NotNull Upload file) {
        String format = type.getSubtype().equalsIgnoreCase("csv") ? "CSV" : "XLSX";
        ImportRequest wanted = new ImportRequest(regime, period, format, mode, dryRun, NumberLocale.of(locale));
        FigureImports.Accepted accepted = add(wanted, file);
        return Response.status(accepted.created() ? Response.Status.ACCEPTED : Response.Status.OK)
                .location(URI.create("imports/" + accepted.id())).entity(ImportView.of(imports.findById(accepted.id())))
                .build();
    }

    private FigureImports.Accepted add(ImportRequest wanted, Upload file) {
        try {
            FigureImports.Accepted accepted = imports.add(wanted, file, current.change());
            if (!accepted.created()) {
                uploads.remove(file.id());
            }
            return accepted;
        } catch (RuntimeException e) {
            uploads.remove(file.id());
            throw e;
        }
    }

    @GET
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "listImports", summary = "Lists the imports of the caller and of its unit in the order of their creation")
    public Page<ImportView> list(@BeanParam Paging paging) {
        return Page.of(imports.list(current.actor(), paging), paging, job -> job.id.toString(), ImportView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "getImport", summary = "Returns an import with its progress and a page of its conflicts")
    public ImportView get(@PathParam("id") UUID id, @BeanParam Paging paging) {
        FigureImport job = imports.require(id, current.actor());
        return ImportView.of(job, Page.of(imports.conflicts(id, paging), paging, conflict -> String.valueOf(conflict.number),
                ImportView.ImportConflictView::of));
    }

    @GET
    @Path("/{id}/findings")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "listImportFindings", summary = "Lists what the quality gate finds in the reports as the import leaves them", description = "In the order of the file, the first 10,000; also after a dry run. They prevent only the submission of a report: an ERROR until it is mended, a WARNING until it is explained. Figures of refused rows are not checked.")
    public Page<ImportFindingView> findings(@PathParam("id") UUID id, @BeanParam Paging paging) {
        imports.require(id, current.actor());
        return Page.of(imports.findings(id, paging), paging, finding -> String.valueOf(finding.number), ImportFindingView::of);
    }

    @GET
    @Path("/template.csv")
    @Produces(SheetReader.CSV)
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "getImportTemplateCsv", summary = "Returns the CSV template of an import", description = TEMPLATE
            + " UTF-8 with a byte-order mark. The first line states the template's regime, period and locale; with vi-VN a semicolon separates the cells.")
    @APIResponse(responseCode = "200", description = "The file", headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "`attachment` with the file name", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = SheetReader.CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@BeanParam TemplateFilter filter) {
        Template template = templates.of(filter, current.actor());
        return attachments.response(template.fileName("csv"), out -> templates.write(template, new CsvTemplate(out, template)));
    }

    @GET
    @Path("/template.xlsx")
    @Produces(SheetReader.XLSX)
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "getImportTemplateXlsx", summary = "Returns the Excel template of an import", description = TEMPLATE
            + " A hidden sheet states the template's regime, period and locale.")
    @APIResponse(responseCode = "200", description = "The file", headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "`attachment` with the file name", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = SheetReader.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response xlsx(@BeanParam TemplateFilter filter) {
        Template template = templates.of(filter, current.actor());
        return attachments.response(template.fileName("xlsx"),
                out -> templates.write(template, new XlsxTemplate(out, template)));
    }
}
