package vn.cchc.gateway.openapi;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Serves the merged OpenAPI document, without a token. */
@Singleton
class OpenApiRoute {

    private final OpenApiDocuments documents;

    OpenApiRoute(OpenApiDocuments documents) {
        this.documents = documents;
    }

    void register(@Observes Router router) {
        router.route("/openapi").method(HttpMethod.GET).method(HttpMethod.HEAD)
                .order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(this::get);
        router.route("/openapi").order(RouteConstants.ROUTE_ORDER_DEFAULT).handler(this::refuseMethod);
    }

    private void get(RoutingContext ctx) {
        documents.current().onSuccess(document -> send(document, ctx)).onFailure(ctx::fail);
    }

    private static void send(MergedDocument document, RoutingContext ctx) {
        ctx.etag(document.etag());
        ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (ctx.isFresh()) {
            ctx.response().setStatusCode(304).end();
            return;
        }
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                // Quarkus' mark against compression.
                .headers().remove(HttpHeaders.CONTENT_ENCODING);
        ctx.end(document.body());
    }

    private void refuseMethod(RoutingContext ctx) {
        ctx.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
        ctx.fail(new ProblemException(CommonProblem.METHOD_NOT_ALLOWED));
    }
}
