package vn.cchc.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;

class PackageCyclesTest {

    private static final Path CLASSES = Path.of("target/classes/vn/cchc/rest");

    @Test
    void packagesFormNoCycle() throws IOException {
        Map<String, Set<String>> uses = usesOfPackages(index());
        assertThat(uses).containsKeys("vn.cchc.rest", "vn.cchc.rest.problem", "vn.cchc.rest.input");

        // A package that uses no remaining one is in no cycle.
        while (uses.values().removeIf(Set::isEmpty)) {
            uses.values().forEach(used -> used.retainAll(uses.keySet()));
        }

        assertThat(uses).isEmpty();
    }

    private static Map<String, Set<String>> usesOfPackages(Index index) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (ClassInfo used : index.getKnownClasses()) {
            String target = packageOf(used);
            uses.computeIfAbsent(target, name -> new TreeSet<>());
            index.getKnownUsers(used.name()).stream().map(PackageCyclesTest::packageOf)
                    .filter(source -> !source.equals(target))
                    .forEach(source -> uses.computeIfAbsent(source, name -> new TreeSet<>()).add(target));
        }
        return uses;
    }

    private static String packageOf(ClassInfo type) {
        return type.name().packagePrefix();
    }

    private static Index index() throws IOException {
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                try (var bytes = Files.newInputStream(file)) {
                    indexer.index(bytes);
                }
            }
        }
        return indexer.complete();
    }
}
