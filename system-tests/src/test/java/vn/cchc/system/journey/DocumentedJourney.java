package vn.cchc.system.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a page, and their documented output. */
record DocumentedJourney(List<Passage> passages) {

    private static final Pattern PASSAGE = Pattern.compile("```sh\n(.*?)```\n(?:```text\n(.*?)```\n)?", Pattern.DOTALL);
    private static final Path ROOT = Path.of("..");
    private static final String END_OF_PASSAGE = "----- end of passage -----";

    /** Commands and their output; {@code …} stands for what differs each time. */
    record Passage(String commands, String prints) {

        Pattern pattern() {
            String quoted = Arrays.stream(prints.strip().split("…", -1)).map(Pattern::quote).reduce((a, b) -> a + ".*" + b)
                    .orElse("");
            return Pattern.compile(quoted);
        }
    }

    static DocumentedJourney ofReadme() throws IOException {
        String text = Files.readString(ROOT.resolve("README.md"));
        return of(text.substring(text.indexOf("\n## Five minutes"), text.indexOf("\n## Where things are")));
    }

    /** @param name of a page in {@code docs} */
    static DocumentedJourney ofPage(String name) throws IOException {
        return of(Files.readString(ROOT.resolve("docs").resolve(name)));
    }

    private static DocumentedJourney of(String text) {
        List<Passage> passages = new ArrayList<>();
        Matcher passage = PASSAGE.matcher(text);
        while (passage.find()) {
            passages.add(new Passage(passage.group(1), passage.group(2) == null ? "" : passage.group(2)));
        }
        return new DocumentedJourney(passages);
    }

    /** Runs all commands in one shell, and compares the output of each passage with the documented one. */
    void verify(String gateway, String identity) throws IOException, InterruptedException {
        List<String> printed = run(gateway, identity);
        assertThat(printed).hasSameSizeAs(passages);
        for (int passage = 0; passage < printed.size(); passage++) {
            assertThat(printed.get(passage)).matches(passages.get(passage).pattern());
        }
    }

    private List<String> run(String gateway, String identity) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder();
        passages.forEach(passage -> script.append(passage.commands()).append("echo '").append(END_OF_PASSAGE).append("'\n"));
        String commands = script.toString().replace("http://localhost:8080", gateway).replace("http://localhost:8089",
                identity);
        Process shell = new ProcessBuilder("bash").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var input = shell.outputWriter(UTF_8)) {
            input.write(commands);
        }
        String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
        if (!shell.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the shell did not end");
        }
        return Arrays.stream(output.split(END_OF_PASSAGE)).limit(passages.size()).map(String::strip).toList();
    }
}
