package vn.cchc.local;

/** Why the stack cannot run: one line for the person in front of it. */
class PartFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    PartFailed(String line) {
        super(line);
    }

    PartFailed(String line, Throwable cause) {
        super(line, cause);
    }
}
