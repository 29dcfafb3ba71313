package vn.cchc.house.precondition;

/** What is shown of a resource that counts its changes. */
public interface Revised {

    /** One more after each change. */
    long revision();
}
