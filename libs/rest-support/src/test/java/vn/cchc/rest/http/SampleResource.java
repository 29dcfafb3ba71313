package vn.cchc.rest.http;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.WithoutIfMatch;

/** The operations of a service that exists only in the tests of this module. */
@Path("/samples")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SampleResource {

    record NewSample(@NotBlank @Size(max = 100) String name, List<Integer> numbers) {
    }

    record SampleView(String name) {
    }

    @GET
    @Operation(operationId = "listSamples", summary = "Lists samples")
    public Page<SampleView> list(@QueryParam("year") @Min(2000) Integer year, @QueryParam("on") LocalDate on,
            @QueryParam("day") DayOfWeek day, @QueryParam("id") UUID id, @QueryParam("name") String name,
            @BeanParam Paging paging) {
        List<String> names = List.of("a", "b", "c").stream().filter(each -> each.compareTo(paging.after()) > 0).toList();
        return Page.of(names, paging, each -> each, SampleView::new);
    }

    @POST
    @CreatesResource
    @MaxBodySize("16K")
    @APIResponseSchema(value = SampleView.class, responseCode = "201")
    @Operation(operationId = "createSample", summary = "Creates a sample")
    public Response create(@Valid @NotNull NewSample wanted) {
        return Response.created(URI.create("samples/1")).entity(new SampleView(wanted.name())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSample", summary = "Returns a sample")
    public SampleView get(@PathParam("id") UUID id) {
        return new SampleView(id.toString());
    }

    @PUT
    @Path("/{id}")
    @WithoutIfMatch(reason = "A sample has no state.")
    @Operation(operationId = "replaceSample", summary = "Replaces a sample")
    public SampleView replace(@PathParam("id") UUID id, @Valid @NotNull NewSample wanted) {
        return new SampleView(Arrays.toString(wanted.numbers().toArray()));
    }
}
