package vn.cchc.local;

/** Thrown when the stack cannot run. The message is one line for the console. */
class ComponentFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    ComponentFailure(String line) {
        super(line);
    }

    ComponentFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
