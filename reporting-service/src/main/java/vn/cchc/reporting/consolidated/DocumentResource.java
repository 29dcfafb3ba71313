package vn.cchc.reporting.consolidated;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import vn.cchc.rest.change.CurrentRequest;

@Path("/consolidated-reports/{id}")
@Tag(name = "Consolidated reports")
@RolesAllowed({ Role.VIEWER, Role.REVIEWER, Role.DIRECTOR, Role.INTEGRATOR, Role.AUDITOR })
class DocumentResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final DocumentExporter exporter;
    private final CurrentRequest current;

    DocumentResource(DocumentExporter exporter, CurrentRequest current) {
        this.exporter = exporter;
        this.current = current;
    }

    @GET
    @Path("/document.docx")
    @Produces(DOCX)
    @Operation(operationId = "exportConsolidatedDocument", summary = "Returns the report as an official Word document", description = "In the layout of Decree 30/2020/NĐ-CP. The file of an approved report is always the same. Number and date are blank until the dispatch.")
    @APIResponse(responseCode = "200", description = "The file", headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "`attachment` with the file name", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response document(@PathParam("id") UUID id) {
        return file("consolidated-report.docx", exporter.document(id, current.actor()));
    }

    @GET
    @Path("/appendix.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "exportConsolidatedAppendix", summary = "Returns the appendices as an Excel workbook", description = "The totals, the units and the proposals with their answers, each on a sheet. No cell is a formula.")
    @APIResponse(responseCode = "200", description = "The file", headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "`attachment` with the file name", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response appendix(@PathParam("id") UUID id) {
        return file("appendix.xlsx", exporter.appendix(id, current.actor()));
    }

    private static Response file(String name, byte[] content) {
        return Response.ok(content).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"').build();
    }
}
