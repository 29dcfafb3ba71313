package vn.cchc.survey.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** The style sheet and the script of the page. */
@Path("/surveys/assets/{name}")
@PermitAll
class SurveyAssetResource {

    private static final Map<String, String> TYPES = Map.of("survey.css", "text/css; charset=UTF-8", "survey.js",
            "text/javascript; charset=UTF-8");

    @GET
    @Operation(operationId = "getSurveyPageAsset", hidden = true)
    public Response get(@PathParam("name") String name) throws IOException {
        if (!TYPES.containsKey(name)) {
            throw new NotFoundException();
        }
        try (InputStream content = SurveyAssetResource.class.getResourceAsStream(name)) {
            return Response.ok(content.readAllBytes(), TYPES.get(name))
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600").build();
        }
    }
}
