package vn.cchc.survey.export;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.problem.Problem;
import vn.cchc.spreadsheet.Attachments;
import vn.cchc.spreadsheet.CsvTable;
import vn.cchc.spreadsheet.Table;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;

@Path("/campaigns/{id}")
@Tag(name = "Answers")
@RolesAllowed(Role.SURVEYOR)
class AnswerExportResource {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<Variant> FORMATS = Variant.mediaTypes(MediaType.valueOf(CSV), MediaType.valueOf(XLSX)).build();

    private final Campaigns campaigns;
    private final AnswerExporter exporter;
    private final Attachments attachments;

    AnswerExportResource(Campaigns campaigns, AnswerExporter exporter, Attachments attachments) {
        this.campaigns = campaigns;
        this.exporter = exporter;
        this.attachments = attachments;
    }

    @GET
    @Path("/answers")
    @Produces({ CSV, XLSX })
    @Operation(operationId = "exportAnswers", summary = "Exports the answers of a closed campaign", description = "One row for each respondent: the stratum, and a column for each question but those in the respondent's own words. The rows have no id and are in random order, so none tells whose it is. At least k rows (`cchc.survey.suppression.min-respondents`, by default 5) have the same stratum and the same numbers: the others lose their stratum, and so does every row of a stratum that the result or the progress hides. If fewer than k respondents gave the same numbers, the export is refused, and `without` leaves questions out. All exports of a campaign have the same questions about numbers as the first. As CSV (UTF-8 with a byte-order mark, RFC 4180) or, with `Accept`, as an Excel workbook, which has the codebook in its second sheet. The file is streamed; if the export fails or takes too long, the connection is closed before the end of the file.")
    @APIResponse(responseCode = "200", description = "The file", content = {
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = """
                    stratum,OVERALL,ACCESS-1,EXPECTATION
                    PRIMARY-PARENTS,5,4,90
                    """), @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")) })
    @APIResponse(responseCode = "409", description = "The campaign is not closed yet, its answers are being counted, they would not be anonymous, or an earlier export had other questions about numbers", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "410", description = "The answers have been removed after their retention", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response answers(@PathParam("id") UUID id,
            @QueryParam("without") @Parameter(description = "Codes of questions that are left out; unknown codes are refused", example = "AGE") List<String> without,
            @Context Request accepted) {
        Campaign campaign = campaigns.require(id);
        campaign.requireAnswers();
        AnswerColumns columns = AnswerColumns.of(campaign.questionnaire(), Set.copyOf(without));
        exporter.requireAnonymous(campaign, columns);
        Set<String> hidden = campaigns.hiddenStrata(campaign);
        boolean csv = accepted.selectVariant(FORMATS).getMediaType().isCompatible(MediaType.valueOf(CSV));
        return csv ? file("answers.csv", CSV, out -> exporter.writeCsv(campaign, columns, hidden, out))
                : file("answers.xlsx", XLSX, out -> exporter.writeXlsx(campaign, columns, hidden, out));
    }

    @GET
    @Path("/codebook")
    @Produces(CSV)
    @Operation(operationId = "getCodebook", summary = "Returns the codebook of a campaign", description = "What the columns and values of its exported answers mean: strata, questions, and the values of their scales.")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = """
            column,scale,value,text,textEn
            OVERALL,LEVEL,,Mức độ hài lòng chung,Satisfaction as a whole
            OVERALL,,5,rất hài lòng,very satisfied
            """))
    public Response codebook(@PathParam("id") UUID id) {
        List<List<Object>> rows = Codebook.rows(campaigns.require(id));
        return file("codebook.csv", CSV, out -> {
            Table table = new CsvTable(out);
            for (List<Object> row : rows) {
                table.add(row);
            }
            table.finish();
        });
    }

    private Response file(String name, String type, StreamingOutput content) {
        return Response.fromResponse(attachments.response(name, content)).type(type).build();
    }
}
