package vn.cchc.rest.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves the document as the build has stored it. Quarkus would parse, filter and write it again at each start, which takes a
 * tenth of the start, although all filters run in the build.
 */
@ApplicationScoped
class StoredDocument {

    private static final String PATHS = "/q/openapi(\\.json|\\.ya?ml)?";

    /** Before the document is prepared, which finds none in this class loader. */
    void skipPreparation(@Observes @Initialized(ApplicationScoped.class) Object started) {
        OpenApiConstants.classLoader = new ClassLoader(null) {
        };
    }

    /** Before the route of Quarkus, whose document is empty. */
    void register(@Observes Router router) {
        router.routeWithRegex(PATHS).order(-1).blockingHandler(StoredDocument::send, false);
    }

    private static void send(RoutingContext ctx) {
        Format format = isJson(ctx) ? Format.JSON : Format.YAML;
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, format.getMimeType() + ";charset=UTF-8")
                .end(Buffer.buffer(read(format)));
    }

    private static boolean isJson(RoutingContext ctx) {
        if (ctx.normalizedPath().contains(".")) {
            return ctx.normalizedPath().endsWith(".json");
        }
        String accept = ctx.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(Format.JSON.getMimeType())
                || ctx.queryParam("format").stream().anyMatch("json"::equalsIgnoreCase);
    }

    private static byte[] read(Format format) {
        try (InputStream document = Objects.requireNonNull(Thread.currentThread().getContextClassLoader()
                .getResourceAsStream(OpenApiConstants.BASE_NAME + "." + format))) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
