package vn.cchc.ledger.audit;

/** A resource whose changes are written down. */
public interface Audited {

    /** What it is, such as {@code report}. */
    String auditedAs();

    /** Which one: the id or code by which the API names it. */
    String auditedId();

    /** The fields that the trail follows, as a record or a map that can be written as JSON. */
    Object auditedState();
}
