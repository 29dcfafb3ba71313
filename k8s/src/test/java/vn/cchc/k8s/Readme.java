package vn.cchc.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The picture and the table of services in the project's README. */
record Readme(String text) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern NODE = Pattern.compile("(\\w+)[\\[({]+([^\\])}]+)[\\])}]+");
    private static final Pattern ARROW = Pattern.compile(" +(?:-->|---|--[^-]+-->|-\\.[^.]+\\.->) +");

    static Readme read() {
        try {
            return new Readme(Files.readString(Path.of("../README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The topics that a service publishes. */
    Set<String> published(String service) {
        return topics(service, 4);
    }

    /** The topics that a service consumes. */
    Set<String> consumed(String service) {
        return topics(service, 5);
    }

    private Set<String> topics(String service, int column) {
        String row = text.lines().filter(line -> line.startsWith("| `" + service + "`")).findFirst().orElseThrow();
        return CODE.matcher(row.split("\\|")[column]).results().map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pairs of nodes that an arrow or a line joins, in the direction in which a connection is opened. */
    Set<String> connections() {
        Map<String, String> names = new HashMap<>();
        Set<String> connections = new TreeSet<>();
        String picture = text.substring(text.indexOf("flowchart LR"), text.indexOf("```\n\nAn accepted report"));
        for (String line : picture.lines().skip(1).toList()) {
            for (MatchResult node : NODE.matcher(line).results().toList()) {
                names.putIfAbsent(node.group(1), node.group(2));
            }
            List<String> ends = ARROW.splitAsStream(NODE.matcher(line.strip()).replaceAll("$1")).toList();
            Matcher arrow = ARROW.matcher(line);
            if (ends.size() != 2 || !arrow.find()) {
                throw new IllegalStateException("not an arrow: " + line);
            }
            // A service opens the connection to Kafka, whichever way the events go.
            boolean consumes = ends.get(0).equals("kafka");
            nodes(ends.get(consumes ? 1 : 0)).forEach(from -> nodes(ends.get(consumes ? 0 : 1)).forEach(
                    to -> connections.add(names.getOrDefault(from, from) + " -> " + names.getOrDefault(to, to))));
        }
        return connections;
    }

    private static Stream<String> nodes(String end) {
        return Stream.of(end.split("&")).map(String::strip);
    }
}
