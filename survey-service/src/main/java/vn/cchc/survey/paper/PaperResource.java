package vn.cchc.survey.paper;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.Problem;
import vn.cchc.spreadsheet.SheetReader;
import vn.cchc.survey.campaign.Campaigns;

@Path("/campaigns/{id}")
@Tag(name = "Answers")
@RolesAllowed(Role.SURVEYOR)
class PaperResource {

    private static final String RULES = "All forms are entered or none, and every fault is named with its row. The number of a form is neither stored nor logged; a form whose number was entered before changes nothing, so a batch can be sent again. At most 5,000 forms. Allowed while the campaign is open.";

    private final PaperService paper;
    private final Campaigns campaigns;
    private final CurrentRequest current;

    PaperResource(PaperService paper, Campaigns campaigns, CurrentRequest current) {
        this.paper = paper;
        this.campaigns = campaigns;
        this.current = current;
    }

    @POST
    @Path("/paper-batches")
    @Produces(MediaType.APPLICATION_JSON)
    @NotIdempotencyKeyed(reason = "The numbers of the forms make the operation idempotent, and a record of the request would undo the anonymity of the answers.")
    @WithoutIfMatch(reason = "The operation only adds answers.")
    @MaxBodySize("10M")
    @Operation(operationId = "createPaperBatch", summary = "Enters paper forms", description = RULES)
    @APIResponse(responseCode = "200", description = "How many forms were entered", content = @Content(schema = @Schema(implementation = PaperBatchReceived.class)))
    @APIResponse(responseCode = "409", description = "The campaign is not open", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public PaperBatchReceived add(@PathParam("id") UUID id, @NotNull NewPaperBatch batch) {
        return paper.add(id, batch, current.change());
    }

    @POST
    @Path("/paper-batches/file")
    @Consumes({ SheetReader.CSV, SheetReader.XLSX })
    @Produces(MediaType.APPLICATION_JSON)
    @NotIdempotencyKeyed(reason = "The numbers of the forms make the operation idempotent, and a record of the request would undo the anonymity of the answers.")
    @WithoutIfMatch(reason = "The operation only adds answers.")
    @MaxBodySize("10M")
    @Operation(operationId = "createPaperBatchOfFile", summary = "Enters the paper forms of a CSV file or an Excel workbook", description = "The body is the file itself. The first row names the columns: `number`, `stratum` (or `group`) and the code of each question, as in the template. "
            + RULES)
    @RequestBody(required = true, content = {
            @Content(mediaType = SheetReader.CSV, schema = @Schema(type = SchemaType.STRING), example = "number,stratum,OVERALL,ACCESS-1\nCT15-0042,,5,4\n"),
            @Content(mediaType = SheetReader.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")) })
    @APIResponse(responseCode = "200", description = "How many forms were entered", content = @Content(schema = @Schema(implementation = PaperBatchReceived.class)))
    @APIResponse(responseCode = "409", description = "The campaign is not open", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public PaperBatchReceived addFile(@PathParam("id") UUID id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, @NotNull byte[] file) {
        return paper.add(id, file, SheetReader.of(type.getType() + '/' + type.getSubtype()), current.change());
    }

    @GET
    @Path("/paper-template")
    @Produces(SheetReader.XLSX)
    @Operation(operationId = "getPaperTemplate", summary = "Returns a workbook for entering paper forms", description = "The first sheet has the columns, the second explains them.")
    @APIResponse(responseCode = "200", description = "The workbook", content = @Content(mediaType = SheetReader.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response template(@PathParam("id") UUID id) {
        return Response.ok(PaperTemplate.xlsx(campaigns.require(id)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"paper-forms.xlsx\"").build();
    }
}
