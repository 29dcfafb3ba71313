package vn.cchc.system.capacity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;

import vn.cchc.system.stack.RunningStack;

/** Prints what a piece of work adds: bytes in the databases and in Kafka, CPU seconds of each component. */
class Cost {

    private static final List<String> DATABASES = List.of("targets", "reporting", "survey");
    private static final List<String> COMPONENTS = List.of("gateway", "targets-service", "reporting-service", "survey-service",
            "postgres", "kafka");
    /** Linux counts in hundredths of a second. */
    private static final double TICKS = 100;

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
            values.put("CPU s of " + component, cpuSeconds(stack.id(component)));
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

    /** Of a process and its descendants, ended ones included. */
    private static double cpuSeconds(long id) {
        ProcessHandle process = ProcessHandle.of(id).orElseThrow();
        return Stream.concat(Stream.of(process), process.descendants()).mapToDouble(Cost::cpuSeconds).sum();
    }

    private static double cpuSeconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // The second field is the name in parentheses; times are the fields 14 to 17.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(11, 12, 13, 14).mapToLong(field -> Long.parseLong(fields[field])).sum() / TICKS;
        } catch (IOException ended) {
            return 0;
        }
    }
}
