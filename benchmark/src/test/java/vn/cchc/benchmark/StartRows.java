package vn.cchc.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;

import vn.cchc.system.stack.RunningStack;

/** How long {@code ./run} takes from built jars to its banner, with the data of an earlier run. */
final class StartRows {

    private final Table table;

    StartRows(Table table) {
        this.table = table;
    }

    void measure() throws Exception {
        Path home = Files.createTempDirectory("cchc-start");
        var seconds = new Series();
        RunningStack stack = RunningStack.startIn(home);
        try {
            for (int round = 0; round < Length.ROUNDS; round++) {
                stack.stop();
                long begun = System.nanoTime();
                stack = RunningStack.startIn(home);
                seconds.add((System.nanoTime() - begun) / 1e9);
            }
        } finally {
            stack.close();
        }
        table.add("`./run` from built jars to the banner", "s", seconds.median(), "≤ 12");
    }
}
