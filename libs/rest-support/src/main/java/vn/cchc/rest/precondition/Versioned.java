package vn.cchc.rest.precondition;

/** A resource that counts its changes, or a view of it. */
public interface Versioned {

    Revision revision();
}
