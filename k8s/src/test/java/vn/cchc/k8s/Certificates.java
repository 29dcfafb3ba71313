package vn.cchc.k8s;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An authority and the certificates that it signs, in the files that Kafka's operator would make. The JDK's keytool makes them.
 */
record Certificates(Path folder) {

    static final String PASSWORD = "changeit";

    static Certificates issue(Path folder, List<String> users) throws IOException, InterruptedException {
        Certificates certificates = new Certificates(folder);
        certificates.keytool("authority", "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=authority", "-ext",
                "bc:c");
        certificates.keytool("authority", "-exportcert", "-rfc", "-alias", "ca", "-file", certificates.authority().toString());
        for (String user : users) {
            certificates.issue(user);
        }
        return certificates;
    }

    private void issue(String user) throws IOException, InterruptedException {
        String request = folder.resolve(user + ".csr").toString();
        String signed = folder.resolve(user + ".crt").toString();
        keytool(user, "-genkeypair", "-alias", "user", "-keyalg", "EC", "-dname", "CN=" + user);
        keytool(user, "-certreq", "-alias", "user", "-file", request);
        keytool("authority", "-gencert", "-alias", "ca", "-infile", request, "-outfile", signed, "-rfc", "-ext",
                "san=dns:localhost");
        keytool(user, "-importcert", "-noprompt", "-alias", "ca", "-file", authority().toString());
        keytool(user, "-importcert", "-noprompt", "-alias", "user", "-file", signed);
    }

    Path authority() {
        return folder.resolve("kafka.crt");
    }

    Path keystore(String user) {
        return folder.resolve(user + ".p12");
    }

    private void keytool(String store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Jdk.program("keytool"),
                "-keystore", keystore(store).toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(1, List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }
}
