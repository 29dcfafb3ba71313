package vn.cchc.survey.answer;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logging.MDC;

/** All that the service logs from now on, with the logging context of each record. */
class LogRecords extends Handler {

    private final List<String> records = new CopyOnWriteArrayList<>();

    static LogRecords begin() {
        LogRecords begun = new LogRecords();
        Logger.getLogger("").addHandler(begun);
        return begun;
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry.getMessage() + ' ' + Arrays.toString(entry.getParameters()) + ' ' + MDC.getMap() + ' '
                + entry.getThrown());
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }

    List<String> end() {
        Logger.getLogger("").removeHandler(this);
        return records;
    }
}
