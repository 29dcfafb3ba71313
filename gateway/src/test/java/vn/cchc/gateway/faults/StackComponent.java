package vn.cchc.gateway.faults;

/** What is killed. The identity provider is not: its keys stay with the services. */
enum StackComponent {
    TARGETS("targets-service"),
    REPORTING("reporting-service"),
    SURVEY("survey-service"),
    GATEWAY("gateway"),
    BROKER("kafka"),
    DATABASE("postgres");

    /** Its name in the stack. */
    final String process;

    StackComponent(String process) {
        this.process = process;
    }
}
