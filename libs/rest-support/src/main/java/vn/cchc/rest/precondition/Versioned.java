package vn.cchc.rest.precondition;

/** What is shown of a resource that counts its changes. */
public interface Versioned {

    /** One more after each change. */
    long revision();
}
