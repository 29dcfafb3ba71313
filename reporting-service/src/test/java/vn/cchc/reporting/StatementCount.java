package vn.cchc.reporting;

import java.util.UUID;
import java.util.function.Consumer;

import org.hibernate.resource.jdbc.spi.StatementInspector;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.restassured.specification.RequestSpecification;
import vn.cchc.rest.RequestContext;
import vn.cchc.testing.RequestStatements;

/** Counts the SQL statements of one request. */
@PersistenceUnitExtension
public class StatementCount extends RequestStatements implements StatementInspector {

    private static final long serialVersionUID = 1;

    @Override
    public String inspect(String sql) {
        count();
        return sql;
    }

    /** @param call sends the request and checks its reply */
    public static long of(RequestSpecification request, Consumer<RequestSpecification> call) {
        String id = UUID.randomUUID().toString();
        call.accept(request.header(RequestContext.REQUEST_ID, id));
        return of(id);
    }

    /** Of all requests that the calls send; nobody else sends any meanwhile. */
    static long during(Runnable calls) {
        clear();
        calls.run();
        return sum();
    }
}
