package vn.cchc.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.routing.FilterChain;

/** The page to read and try the API; Swagger UI lies below it. It has no script in it, so that no script in it is allowed. */
@Singleton
class DocsPage {

    private final Buffer page = read("docs.html");
    private final Buffer start = read("docs.js");

    void open(@Observes Router router) {
        for (String path : new String[] { "/docs", "/docs/index.html" }) {
            serve(router, path, "text/html;charset=UTF-8", page);
        }
        serve(router, "/docs/start.js", "text/javascript;charset=UTF-8", start);
    }

    private static void serve(Router router, String path, String type, Buffer content) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(FilterChain.FIRST + 3)
                .handler(ctx -> send(ctx, type, content));
    }

    private static void send(RoutingContext ctx, String type, Buffer content) {
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, type).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").end(content);
    }

    private static Buffer read(String file) {
        try (InputStream content = DocsPage.class.getResourceAsStream(file)) {
            return Buffer.buffer(content.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("The page is part of this program", e);
        }
    }
}
