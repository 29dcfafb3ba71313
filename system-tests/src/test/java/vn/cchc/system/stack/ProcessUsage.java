package vn.cchc.system.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux counts for a process. */
public final class ProcessUsage {

    /** Linux counts in hundredths of a second. */
    private static final double TICKS = 100;

    private ProcessUsage() {
    }

    /** Of a process and its descendants, ended ones included. */
    public static double cpuSeconds(long id) {
        ProcessHandle process = ProcessHandle.of(id).orElseThrow();
        return Stream.concat(Stream.of(process), process.descendants()).mapToDouble(ProcessUsage::cpuSeconds).sum();
    }

    private static double cpuSeconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // The second field is the name in parentheses; times are the fields 14 to 17.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(11, 12, 13, 14).mapToLong(field -> Long.parseLong(fields[field])).sum() / TICKS;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** The resident memory of a process, in MB of 1,000,000 bytes. */
    public static double residentMegabytes(long id) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + id + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow() * 1024 / 1e6;
    }
}
