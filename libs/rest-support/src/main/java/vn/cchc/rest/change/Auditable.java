package vn.cchc.rest.change;

/** A resource whose changes are recorded. */
public interface Auditable {

    /** The type of the resource, such as {@code report}. */
    String auditType();

    /** The id or code of the resource in the API. */
    String auditId();

    /** The recorded fields, as a record or a map that can be written as JSON. */
    Object auditSnapshot();
}
