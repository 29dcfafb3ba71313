package vn.cchc.reporting;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The log from the start of the capture, with stack traces. */
class CapturedLog extends Handler {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final Formatter format = new SimpleFormatter();

    private CapturedLog() {
        setLevel(Level.ALL);
    }

    static CapturedLog start() {
        CapturedLog log = new CapturedLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    void stop() {
        Logger.getLogger("").removeHandler(this);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<String> lines(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    /** Lines of level WARNING and above. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(format.format(entry));
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            warnings.add(format.format(entry));
        }
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }
}
