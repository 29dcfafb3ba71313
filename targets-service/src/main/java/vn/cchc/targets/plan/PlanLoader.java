package vn.cchc.targets.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.SystemActor;
import vn.cchc.values.PlanCode;

/** Registers the plans that ship with the service at its first start. */
@ApplicationScoped
class PlanLoader {

    private static final Logger LOG = Logger.getLogger(PlanLoader.class);

    private final PlanRegistration registration;
    private final ObjectMapper json;
    private final List<PlanCode> shipped;

    PlanLoader(PlanRegistration registration, ObjectMapper json, PlansConfig config) {
        this.registration = registration;
        this.json = json;
        this.shipped = config.shipped();
    }

    void load(@Observes StartupEvent started, SystemActor system) {
        shipped.forEach(code -> load(code, system.change()));
    }

    private void load(PlanCode code, ChangeContext context) {
        // Reading a plan takes longer than a look whether it is needed.
        if (registration.isRegistered(code)) {
            return;
        }
        NewPlan plan = read(json, code);
        if (registration.registerShipped(plan, context)) {
            LOG.infof("Registered plan %s: %d targets, %d indicators", code, plan.targets().size(), plan.indicators().size());
        }
    }

    static NewPlan read(ObjectMapper json, PlanCode code) {
        try (InputStream file = PlanLoader.class.getResourceAsStream("/plan/" + code + ".json")) {
            return json.readValue(file, NewPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
