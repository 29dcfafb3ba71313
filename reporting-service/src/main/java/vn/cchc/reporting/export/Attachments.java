package vn.cchc.reporting.export;

import java.io.IOException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** Responses that stream a file. After an error the connection is closed, so that no client takes a part for the whole file. */
@ApplicationScoped
class Attachments {

    private final RoutingContext exchange;

    Attachments(RoutingContext exchange) {
        this.exchange = exchange;
    }

    Response response(String fileName, StreamingOutput content) {
        HttpServerRequest request = exchange.request();
        StreamingOutput output = out -> {
            try {
                content.write(out);
            } catch (IOException | RuntimeException e) {
                abort(request);
                throw e;
            }
        };
        return Response.ok(output).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + '"').build();
    }

    /**
     * In HTTP/1.1 only closing the socket takes effect at once: the connection, and the channel through its pipeline, would
     * first send what waits for a slow reader, and then a regular end of the body.
     */
    private static void abort(HttpServerRequest request) {
        if (!request.response().headWritten()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            // The pipeline is empty if the client has disconnected.
            Optional.ofNullable(((ConnectionBase) request.connection()).channel().pipeline().firstContext())
                    .ifPresent(ChannelHandlerContext::close);
        }
    }
}
