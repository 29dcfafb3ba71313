package vn.cchc.reporting;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.hibernate.resource.jdbc.spi.StatementInspector;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.restassured.specification.RequestSpecification;
import vn.cchc.rest.RequestContext;

/** Counts the SQL statements of one request. Background tasks, which a count of all statements includes, have no request id. */
@PersistenceUnitExtension
public class StatementCount implements StatementInspector {

    private static final long serialVersionUID = 1;
    private static final Map<String, Long> COUNTS = new ConcurrentHashMap<>();

    @Override
    public String inspect(String sql) {
        String request = RequestContext.current().requestId();
        if (request != null) {
            COUNTS.merge(request, 1L, Long::sum);
        }
        return sql;
    }

    /** @param call sends the request and checks its reply */
    public static long of(RequestSpecification request, Consumer<RequestSpecification> call) {
        String id = UUID.randomUUID().toString();
        call.accept(request.header(RequestContext.REQUEST_ID, id));
        return COUNTS.getOrDefault(id, 0L);
    }

    /** Of all requests that the calls send; nobody else sends any meanwhile. */
    static long during(Runnable calls) {
        COUNTS.clear();
        calls.run();
        return COUNTS.values().stream().mapToLong(Long::longValue).sum();
    }
}
