package vn.cchc.system.capacity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;

import vn.cchc.system.stack.ProcessUsage;
import vn.cchc.system.stack.RunningStack;

/** Prints what a piece of work adds: bytes in the databases and in Kafka, CPU seconds of each component. */
class Cost {

    private static final List<String> DATABASES = List.of("targets", "reporting", "survey");
    private static final List<String> COMPONENTS = List.of("gateway", "targets-service", "reporting-service", "survey-service",
            "postgres", "kafka");

    private final RunningStack stack;

    Cost(RunningStack stack) {
        this.stack = stack;
    }

    interface Work {
        void run() throws Exception;
    }

    void of(String what, Work work) throws Exception {
        Map<String, Double> before = measure();
        Instant begun = Instant.now();

        work.run();

        Duration took = Duration.between(begun, Instant.now());
        Map<String, Double> after = measure();
        System.out.printf("%n%s, in %d s%n", what, took.toSeconds());
        after.forEach((name, value) -> System.out.printf("  %-28s %,.1f%n", name, value - before.get(name)));
    }

    private Map<String, Double> measure() throws Exception {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String database : DATABASES) {
            try (Connection connection = stack.database(database);
                    ResultSet row = connection.createStatement().executeQuery("select pg_database_size(current_database())")) {
                row.next();
                values.put("MB in database " + database, row.getLong(1) / 1e6);
            }
        }
        values.put("MB in Kafka", kafkaBytes() / 1e6);
        for (String component : COMPONENTS) {
            values.put("CPU s of " + component, ProcessUsage.cpuSeconds(stack.id(component)));
        }
        return values;
    }

    private long kafkaBytes() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.address("kafka").replace("http://", "")))) {
            var brokers = admin.describeCluster().nodes().get().stream().map(node -> node.id()).toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(dirs -> dirs.values().stream())
                    .flatMap(dir -> dir.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith("cchc."))
                    .mapToLong(replica -> replica.getValue().size()).sum();
        }
    }
}
