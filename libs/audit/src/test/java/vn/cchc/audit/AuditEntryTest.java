package vn.cchc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    /** The order in which Hibernate meets the entities of a service differs from build to build. */
    @Test
    void rolesAreAnArrayWhateverAnotherEntityOfTheServiceKeepsAsJson() {
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting("hibernate.dialect", PostgreSQLDialect.class.getName()).build()) {
            var entities = new MetadataSources(registry).addAnnotatedClass(KeepsJson.class).addAnnotatedClass(AuditEntry.class);

            var type = (BasicType<?>) entities.buildMetadata().getEntityBinding(AuditEntry.class.getName()).getProperty("roles")
                    .getType();

            assertThat(type.getJdbcType().getDefaultSqlTypeCode()).isEqualTo(SqlTypes.ARRAY);
        }
    }

    @Entity
    static class KeepsJson {

        @Id
        String id;
        @JdbcTypeCode(SqlTypes.JSON)
        List<String> sources;
    }
}
