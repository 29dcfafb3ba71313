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
import vn.cchc.spreadsheet.Attachments;
import vn.cchc.spreadsheet.CsvTable;
import vn.cchc.spreadsheet.Table;
import vn.cchc.spreadsheet.XlsxTable;

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

    private static final String REFERENCES = "The first row contains the column names: regime, period, unit, unitName, indicator, indicatorName, status, "
            + "sourceRegime, sourcePeriod, sourceReport, sourceVersion, numerator, denominator, rating, statement, report, version, acceptedAt, seal. "
            + "Each row is a figure that an accepted report refers to, as it was at the report's submission; `figures` has it among the figures of the source. ";

    private final AcceptedFigures figures;
    private final AcceptedReferences references;
    private final FigureExporter exporter;
    private final Attachments attachments;

    ExportResource(AcceptedFigures figures, AcceptedReferences references, FigureExporter exporter, Attachments attachments) {
        this.figures = figures;
        this.references = references;
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
        return file("figures.csv", figures, filter, CsvTable::new);
    }

    @GET
    @Path("/figures.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "exportFiguresXlsx", summary = "Exports the accepted figures as an Excel workbook", description = FORMAT
            + " No cell is a formula. A new sheet begins after 1,000,000 rows.")
    @APIResponse(responseCode = "200", description = "The file", headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "`attachment` with the file name", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response xlsx(@BeanParam FigureFilter filter) {
        return file("figures.xlsx", figures, filter, out -> new XlsxTable(out, "Figures"));
    }

    @GET
    @Path("/references.csv")
    @Produces(CSV)
    @Operation(operationId = "exportReferencesCsv", summary = "Exports the figures that accepted reports refer to as CSV", description = REFERENCES
            + "The format is that of `figures.csv`.")
    @APIResponse(responseCode = "200", description = "The file", headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "`attachment` with the file name", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = """
            regime,period,unit,unitName,indicator,indicatorName,status,sourceRegime,sourcePeriod,sourceReport,sourceVersion,numerator,denominator,rating,statement,report,version,acceptedAt,seal
            TTHC,2025H1,VP,Văn phòng,CT05.1,Hồ sơ được số hóa,ACCEPTED,CCHC,2025Q1,0199e2a4-5c00-7000-8000-000000000002,1,17,20,,,0199e2a4-5c00-7000-8000-000000000003,1,2025-06-17T02:00:00Z,4d681f93f10d878fcaad838cb821682147558d05b1add087e41ee157505206ef
            """))
    public Response referencesCsv(@BeanParam FigureFilter filter) {
        return file("references.csv", references, filter, CsvTable::new);
    }

    @GET
    @Path("/references.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "exportReferencesXlsx", summary = "Exports the figures that accepted reports refer to as an Excel workbook", description = REFERENCES
            + "The format is that of `figures.xlsx`.")
    @APIResponse(responseCode = "200", description = "The file", headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "`attachment` with the file name", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response referencesXlsx(@BeanParam FigureFilter filter) {
        return file("references.xlsx", references, filter, out -> new XlsxTable(out, "Figures"));
    }

    private Response file(String name, ExportContent content, FigureFilter filter, Table.Format format) {
        filter.validate();
        return attachments.response(name, out -> exporter.write(content, filter, format, out));
    }
}
