package vn.cchc.reporting.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;

@Path("/exports")
@Tag(name = "Exports", description = "Accepted figures as files for spreadsheets (xuất số liệu)")
@RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.PLANNER, Role.INTEGRATOR, Role.AUDITOR })
class ExportResource {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FORMAT = "The first row contains the column names: regime, period, unit, unitName, indicator, indicatorName, "
            + "numerator, denominator, rating, statement, report, version, submittedBy, submittedAt, acceptedBy, acceptedAt, seal. "
            + "The rows are ordered by regime, period, unit and indicator. The figures are those of the accepted versions that count; `version` and `asOf` select earlier ones, and cannot be given together. The file is streamed; if the export fails or takes too "
            + "long, the connection is closed before the end of the file.";

    private final FigureExporter exporter;
    private final Attachments attachments;

    ExportResource(FigureExporter exporter, Attachments attachments) {
        this.exporter = exporter;
        this.attachments = attachments;
    }

    @GET
    @Path("/figures.csv")
    @Produces(CSV)
    @Operation(operationId = "exportFiguresCsv", summary = "Exports the accepted figures as CSV", description = FORMAT
            + " UTF-8 with a byte-order mark, by RFC 4180. An apostrophe precedes a text that a spreadsheet would read as a formula.")
    @APIResponse(responseCode = "200", description = "The file", headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "`attachment` with the file name", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = """
            regime,period,unit,unitName,indicator,indicatorName,numerator,denominator,rating,statement,report,version,submittedBy,submittedAt,acceptedBy,acceptedAt,seal
            CCHC,2025,VP,Văn phòng,CT05.1,Hồ sơ được số hóa,17,20,,,0199e2a4-5c00-7000-8000-000000000002,1,vp-head,2025-12-16T02:00:00Z,reviewer,2025-12-17T02:00:00Z,4d681f93f10d878fcaad838cb821682147558d05b1add087e41ee157505206ef
            """))
    public Response csv(@BeanParam FigureFilter filter) {
        return file("figures.csv", filter, CsvTable::new);
    }

    @GET
    @Path("/figures.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "exportFiguresXlsx", summary = "Exports the accepted figures as an Excel workbook", description = FORMAT
            + " No cell is a formula. A new sheet begins after 1,000,000 rows.")
    @APIResponse(responseCode = "200", description = "The file", headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "`attachment` with the file name", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response xlsx(@BeanParam FigureFilter filter) {
        return file("figures.xlsx", filter, XlsxTable::new);
    }

    private Response file(String name, FigureFilter filter, Table.Format format) {
        filter.validate();
        return attachments.response(name, out -> exporter.write(filter, format, out));
    }
}
