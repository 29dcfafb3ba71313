package vn.cchc.audit;

import java.util.List;

import vn.cchc.rest.RequestContext;
import vn.cchc.rest.caller.Caller;

/** Who makes a change: a person or another system by their token, or the service itself. */
record Actor(String subject, String client, List<String> roles, String unit) {

    /** @param marks of the request that is being answered; without one the service does it by itself */
    static Actor of(Caller caller, RequestContext marks, String service) {
        if (marks.requestId() == null) {
            return new Actor(service, service, List.of(), null);
        }
        return new Actor(caller.subject(), caller.client(), caller.roles().stream().sorted().toList(), caller.unit());
    }
}
