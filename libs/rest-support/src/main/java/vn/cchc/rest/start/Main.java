package vn.cchc.rest.start;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts a component. A wrong setting ends the start with one line. */
@QuarkusMain
public class Main {

    public static void main(String... arguments) {
        Quarkus.run(null, Main::exit, arguments);
    }

    private static void exit(int code, Throwable failure) {
        if (failure != null) {
            report(new StartFailure(failure));
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }

    // Not through the logger: the settings of the log may not have been read yet.
    private static void report(StartFailure failure) {
        if (failure.isUnexpected()) {
            failure.cause().printStackTrace();
        }
        failure.line().ifPresent(System.err::println);
    }
}
