package vn.cchc.targets.task;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.StartupEvent;
import vn.cchc.rest.change.SystemActor;

@ApplicationScoped
class TaskLoader {

    private final TaskRegistration registration;

    TaskLoader(TaskRegistration registration) {
        this.registration = registration;
    }

    /** After the plans that ship with the service are registered. */
    void load(@Observes @Priority(Interceptor.Priority.APPLICATION + 600) StartupEvent started, SystemActor system) {
        registration.defineMissing(system.change());
    }
}
