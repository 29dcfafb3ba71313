package vn.cchc.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The components of a run, and the addresses of the others that each of them gets. */
class Topology {

    private final Settings settings;
    private final Ports ports;
    private final DataDirectory home;

    Topology(Settings settings, DataDirectory home) {
        this.settings = settings;
        this.ports = settings.ports();
        this.home = home;
    }

    /** What may start together, stage after stage. */
    List<List<Component>> stages() {
        List<Component> infrastructure = infrastructure();
        if (settings.mode() != Mode.EVERYTHING) {
            return List.of(infrastructure);
        }
        List<Component> services = List.of(service(Port.TARGETS, "targets"), service(Port.REPORTING, "reporting"),
                service(Port.SURVEY, "survey"));
        return List.of(infrastructure, services, List.of(gateway()));
    }

    private List<Component> infrastructure() {
        List<Component> parts = new ArrayList<>();
        if (settings.taken().contains(Port.IDENTITY)) {
            parts.add(new IdentityProvider(ports.of(Port.IDENTITY)));
        }
        if (settings.mode() != Mode.IDENTITY) {
            parts.add(new Postgres(home, child("postgres"), new Databases(ports.of(Port.POSTGRES), settings.password()),
                    settings.ephemeral()));
            parts.add(new Kafka(home, child("kafka"), ports.of(Port.KAFKA), settings.ephemeral()));
        }
        return parts;
    }

    private Component service(Port port, String database) {
        Map<String, String> environment = web(port);
        if (port == Port.SURVEY) {
            environment.put("CCHC_SURVEY_PUBLIC_URL", "http://" + ports.at(Port.GATEWAY));
        }
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + ports.at(Port.POSTGRES) + "/" + database);
        environment.put("QUARKUS_DATASOURCE_USERNAME", database);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", settings.password());
        environment.put("QUARKUS_FLYWAY_USERNAME", database + "_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", settings.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", ports.at(Port.KAFKA));
        return program(port, port, environment);
    }

    private Component gateway() {
        Map<String, String> environment = web(Port.GATEWAY);
        for (Port service : List.of(Port.TARGETS, Port.REPORTING, Port.SURVEY)) {
            environment.put("CCHC_GATEWAY_SERVICES_" + service + "_URL", "http://" + ports.at(service));
        }
        environment.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        environment.put("QUARKUS_MANAGEMENT_PORT", "" + ports.of(Port.GATEWAY_MANAGEMENT));
        return program(Port.GATEWAY, Port.GATEWAY_MANAGEMENT, environment);
    }

    private Map<String, String> web(Port port) {
        Map<String, String> environment = new LinkedHashMap<>();
        // Not prod: there the services refuse the stack's password and its identity provider.
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", "" + ports.of(port));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", settings.issuer());
        return environment;
    }

    private Component program(Port port, Port health, Map<String, String> environment) {
        return new ServiceProcess(port.part,
                settings.programs().resolve(port.part).resolve("target/quarkus-app/quarkus-run.jar"),
                ports.of(port), ports.of(health), environment, child(port.part));
    }

    private ManagedProcess child(String name) {
        return new ManagedProcess(name, home, settings.startTimeout());
    }
}
