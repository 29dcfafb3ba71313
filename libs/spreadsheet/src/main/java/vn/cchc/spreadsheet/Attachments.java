package vn.cchc.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/**
 * Responses that stream a file for a limited time. After an error the connection is closed, so that no client takes a part for
 * the whole file.
 */
@ApplicationScoped
public class Attachments {

    private final RoutingContext exchange;
    private final Vertx vertx;
    private final Duration maxDuration;

    Attachments(RoutingContext exchange, Vertx vertx, ExportConfig config) {
        this.exchange = exchange;
        this.vertx = vertx;
        this.maxDuration = Duration.ofSeconds(config.maxSeconds());
    }

    public Response response(String fileName, StreamingOutput content) {
        HttpServerRequest request = exchange.request();
        StreamingOutput output = out -> write(content, out, request);
        return Response.ok(output).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + '"').build();
    }

    private void write(StreamingOutput content, OutputStream out, HttpServerRequest request) throws IOException {
        var expired = new AtomicBoolean();
        // Closing the connection ends a write that waits for a slow reader.
        long timer = vertx.setTimer(maxDuration.toMillis(), fired -> {
            expired.set(true);
            abort(request);
        });
        try {
            content.write(new ExportStream(out, request.response(), expired::get));
        } catch (IOException | RuntimeException e) {
            abort(request);
            if (!expired.get()) {
                throw e;
            }
            if (!request.response().headWritten()) {
                throw new ProblemException(CommonProblem.UNAVAILABLE);
            }
            throw new IOException("The export took longer than " + maxDuration.toSeconds() + " s");
        } finally {
            vertx.cancelTimer(timer);
        }
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
