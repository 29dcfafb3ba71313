package vn.cchc.targets;

import org.hibernate.resource.jdbc.spi.StatementInspector;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import vn.cchc.testing.RequestStatements;

@PersistenceUnitExtension
public class StatementCount extends RequestStatements implements StatementInspector {

    private static final long serialVersionUID = 1;

    @Override
    public String inspect(String sql) {
        count();
        return sql;
    }
}
