package vn.cchc.rest.change;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import vn.cchc.rest.RequestContext;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.precondition.ExpectedVersion;

/** The service itself as the actor of a change that nobody requested: at startup, in a job, in a consumer. */
@ApplicationScoped
public class SystemActor {

    private final Actor actor;

    SystemActor(@ConfigProperty(name = "cchc.service") String service) {
        this.actor = Actor.ofService(service);
    }

    public ChangeContext change() {
        return ChangeContext.of(actor, RequestContext.NONE, ExpectedVersion.ANY);
    }
}
