package vn.cchc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The folder of the services' jars, with stubs in place of the services. */
record Programs(Path folder) {

    static Programs stubs(Path folder) throws IOException {
        Programs programs = new Programs(folder);
        for (String module : List.of("targets-service", "reporting-service", "survey-service", "gateway")) {
            programs.with(module, StubService.class);
        }
        return programs;
    }

    Programs with(String module, Class<?> main) throws IOException {
        Path jar = folder.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        String classFile = main.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var content = main.getResourceAsStream("/" + classFile)) {
            out.putNextEntry(new JarEntry(classFile));
            content.transferTo(out);
        }
        return this;
    }
}
