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

/** All that is logged, with its stack traces. */
class Log extends Handler {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<String> alarms = new ConcurrentLinkedQueue<>();
    private final Formatter format = new SimpleFormatter();

    private Log() {
        setLevel(Level.ALL);
    }

    static Log listening() {
        Log log = new Log();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    void stop() {
        Logger.getLogger("").removeHandler(this);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<String> alarms() {
        return List.copyOf(alarms);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(format.format(line));
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            alarms.add(format.format(line));
        }
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }
}
