package vn.cchc.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.LogManager;

/** PostgreSQL, Kafka, an identity provider, the services and the gateway: everything, on this machine. */
public class LocalStack {

    private final Settings settings;
    private final DataDirectory home;
    private final Console console;
    private final Supervisor supervisor;
    private volatile int exitCode;

    private LocalStack(Settings settings, DataDirectory home, Console console) {
        this.settings = settings;
        this.home = home;
        this.console = console;
        this.supervisor = new Supervisor(new Topology(settings, home).stages(), settings.restartLimit(), console);
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        // Only this program writes to the console: the identity provider would log every request there, and Netty a warning.
        LogManager.getLogManager().reset();
        System.setProperty("io.netty.noUnsafe", "true");
        Console console = new Console();
        try {
            prepare(Settings.of(List.of(arguments), System.getenv()), console).run();
        } catch (ComponentFailure e) {
            console.trouble(e.getMessage());
            System.exit(1);
        }
    }

    private static LocalStack prepare(Settings settings, Console console) throws IOException, InterruptedException {
        DataDirectory home = DataDirectory.lock(settings.home());
        System.setProperty("cchc.log", home.log("identity").toString());
        home.endLeftovers();
        if (settings.fresh()) {
            home.clear();
        }
        settings.ports().requireFree(settings.taken());
        return new LocalStack(settings, home, console);
    }

    private void run() throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        if (settings.mode() != Mode.EVERYTHING) {
            endWithInput();
        }
        try {
            supervisor.start();
            announce();
            supervisor.awaitFailure();
        } catch (ComponentFailure e) {
            fail(e);
        }
    }

    private void endWithInput() {
        Thread reader = new Thread(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                System.exit(0);
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private void announce() throws IOException {
        Endpoints endpoints = new Endpoints(settings);
        String file = endpoints.write().toString();
        console.say(settings.mode() == Mode.EVERYTHING ? endpoints.banner() : "ready " + file);
    }

    private void fail(ComponentFailure failure) {
        // A part that ends because all are being stopped is no failure.
        if (!supervisor.isStopping()) {
            exitCode = 1;
            console.trouble(failure.getMessage());
        }
        System.exit(exitCode);
    }

    // Every end comes here, Ctrl-C as well as our own; after a signal only halt can still choose the exit code.
    private void stop() {
        try {
            supervisor.stop();
            if (settings.ephemeral() && exitCode == 0) {
                home.remove();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
