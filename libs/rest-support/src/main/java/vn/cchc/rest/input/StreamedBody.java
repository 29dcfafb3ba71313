package vn.cchc.rest.input;

/** A body whose reader passes it on while it arrives, so that it takes no memory beyond a buffer. */
public interface StreamedBody {
}
