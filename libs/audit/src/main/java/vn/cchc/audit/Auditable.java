package vn.cchc.audit;

/** A resource whose changes are written down. */
public interface Auditable {

    /** What it is, such as {@code report}. */
    String auditType();

    /** Which one: the id or code by which the API names it. */
    String auditId();

    /** The fields that the trail follows, as a record or a map that can be written as JSON. */
    Object auditSnapshot();
}
