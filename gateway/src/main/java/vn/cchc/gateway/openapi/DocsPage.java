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
import vn.cchc.gateway.inbound.FilterChain;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** The Swagger UI page. It has no inline scripts, so that the security policy can forbid them. */
@Singleton
class DocsPage {

    private final Buffer page = read("docs.html");
    private final Buffer script = read("docs.js");

    void register(@Observes Router router) {
        for (String path : new String[] { "/docs", "/docs/index.html" }) {
            serve(router, path, "text/html;charset=UTF-8", page);
        }
        serve(router, "/docs/start.js", "text/javascript;charset=UTF-8", script);
        // Before Quarkus' own routes, which answer other methods with a redirect.
        for (String path : new String[] { "/docs", "/docs/*" }) {
            router.route(path).order(FilterChain.FIRST + 4).handler(DocsPage::refuseOtherMethods);
        }
    }

    private static void serve(Router router, String path, String type, Buffer content) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(FilterChain.FIRST + 3)
                .handler(ctx -> send(ctx, type, content));
    }

    private static void refuseOtherMethods(RoutingContext ctx) {
        if (ctx.request().method() == HttpMethod.GET || ctx.request().method() == HttpMethod.HEAD) {
            ctx.next();
            return;
        }
        ctx.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
        ctx.fail(new ProblemException(CommonProblem.METHOD_NOT_ALLOWED));
    }

    private static void send(RoutingContext ctx, String type, Buffer content) {
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, type).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").end(content);
    }

    private static Buffer read(String file) {
        try (InputStream content = DocsPage.class.getResourceAsStream(file)) {
            return Buffer.buffer(content.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("The page is a resource of this program", e);
        }
    }
}
