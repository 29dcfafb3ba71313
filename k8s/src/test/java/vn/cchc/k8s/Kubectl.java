package vn.cchc.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Renders manifests with {@code kubectl}, of {@code PATH} or as {@code KUBECTL} says. */
class Kubectl {

    private static final String MISSING = "There is no kubectl on PATH or in KUBECTL, so the manifests in k8s are not checked.";

    private Kubectl() {
    }

    static String kustomize(Path folder) {
        try {
            Path errors = Files.createTempFile("kustomize", ".log");
            Process process = new ProcessBuilder(require(), "kustomize", folder.toString())
                    .redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(folder + " does not render: " + Files.readString(errors));
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** On a developer's machine without kubectl the test is skipped; in CI it fails. */
    private static String require() {
        Optional<String> program = find();
        if (program.isEmpty() && System.getenv("CI") != null) {
            Assertions.fail(MISSING);
        }
        Assumptions.assumeTrue(program.isPresent(), MISSING);
        return program.get();
    }

    private static Optional<String> find() {
        return Optional.ofNullable(System.getenv("KUBECTL")).or(() -> Arrays
                .stream(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable).findFirst().map(Path::toString));
    }
}
