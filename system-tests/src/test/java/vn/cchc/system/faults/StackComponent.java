package vn.cchc.system.faults;

/** The components that are killed. The identity provider is not, because the services cache its keys. */
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
