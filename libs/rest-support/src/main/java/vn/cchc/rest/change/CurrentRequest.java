package vn.cchc.rest.change;

import jakarta.enterprise.context.RequestScoped;

import vn.cchc.rest.RequestContext;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Caller;
import vn.cchc.rest.precondition.ExpectedVersion;

/** The current HTTP request as the values that use cases take. Only resource classes use it. */
@RequestScoped
public class CurrentRequest {

    private final Caller caller;
    private ExpectedVersion expected = ExpectedVersion.NONE;

    CurrentRequest(Caller caller) {
        this.caller = caller;
    }

    void expect(ExpectedVersion version) {
        expected = version;
    }

    public Actor actor() {
        return caller.actor();
    }

    public ChangeContext change() {
        return ChangeContext.of(actor(), RequestContext.current(), expected);
    }
}
