package vn.cchc.rest.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page at the {@code type} of each problem, in both languages. */
@Path("/problems/{service}/{code}")
@PermitAll
class ProblemTypePages {

    private static final String PAGE = """
            <!doctype html><html lang="vi"><meta charset="utf-8"><title>%1$s</title>
            <h1>%1$s</h1><p>HTTP %2$d</p>
            <section lang="vi"><h2>%3$s</h2></section>
            <section lang="en"><h2>%4$s</h2></section>
            </html>
            """;

    private final String service;
    private final List<ProblemType> types;

    ProblemTypePages(@ConfigProperty(name = "cchc.service") String service, Instance<ProblemCatalogue> catalogues) {
        this.service = service;
        this.types = Stream.concat(Stream.of(CommonProblem.values()), catalogues.stream().flatMap(own -> own.types().stream()))
                .toList();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public String explain(@PathParam("service") String owner, @PathParam("code") String code) {
        return types.stream().filter(type -> service.equals(owner) && type.code().equals(code)).findFirst()
                .map(ProblemTypePages::page).orElseThrow(() -> ProblemException.notFound(ResourceType.PROBLEM_TYPE, code));
    }

    private static String page(ProblemType type) {
        return PAGE.formatted(type.code(), type.status(), new ProblemMessages(ProblemMessages.VIETNAMESE).title(type),
                new ProblemMessages(Locale.ENGLISH).title(type));
    }
}
