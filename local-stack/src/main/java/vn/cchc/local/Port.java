package vn.cchc.local;

/** The ports of the stack: component, default, environment variable. */
enum Port {
    GATEWAY("gateway", 8080),
    GATEWAY_MANAGEMENT("gateway's health and metrics", 9000),
    TARGETS("targets-service", 8081),
    REPORTING("reporting-service", 8082),
    SURVEY("survey-service", 8083),
    IDENTITY("identity provider", 8089),
    POSTGRES("PostgreSQL", 15432),
    KAFKA("Kafka", 19092);

    final String part;
    final int usual;

    Port(String part, int usual) {
        this.part = part;
        this.usual = usual;
    }

    String variable() {
        return "CCHC_" + name() + "_PORT";
    }
}
