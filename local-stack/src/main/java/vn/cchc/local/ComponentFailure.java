package vn.cchc.local;

/** Why the stack cannot run: one line for the person in front of it. */
class ComponentFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    ComponentFailure(String line) {
        super(line);
    }

    ComponentFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
