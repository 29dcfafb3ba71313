package vn.cchc.targets.plan;

import vn.cchc.rest.change.ChangeContext;

/** A plan was registered, or issued after it was a draft. Fired in the transaction of that change. */
public record PlanPublished(Plan plan, ChangeContext context) {
}
